using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>Runs the code that reports faults and stalls once, before it is needed.</summary>
internal static class ReportColdStart
{
    private static int _isDone;

    /// <summary>Runs the code once per process, when the first loop with a logger is created.</summary>
    public static void Ensure()
    {
        if (Interlocked.Exchange(ref _isDone, 1) == 0)
        {
            // Formats stack traces; no assembly refers to it statically.
            ColdStart.Load("System.Diagnostics.StackTrace");
            ColdStart.Later(static () =>
            {
                ColdStart.InitializeTypes(typeof(ColdStart).Assembly);
                Report(GuardedLogger.Of(new TextLogger(TextWriter.Null, LogLevel.Trace)), null!, Thrown());
            });
        }
    }

    private static GObjException Thrown()
    {
        try
        {
            throw new GObjException("");
        }
        catch (GObjException x)
        {
            return x;
        }
    }

    /// <summary>Formats each kind of log entry once; without a loop, because loops belong to their threads.</summary>
    private static void Report(ILogger log, GAplic gaplic, GObjException x)
    {
        Action<object?> callback = static _ => { };
        var lane = new PostLane<int>();
        Log.Fault(log, SafeText.Of(log), "", "", x);
        TraceLog.NotAccepted(log, "", "", "", "", "");
        Log.SentToDestroyed(log, lane.With, gaplic);
        Log.PostsRefused(log, lane.With, gaplic, 0, gaplic);
        Log.QueueFull(log, lane.With, gaplic, 0);
        foreach (var serving in new object[] { lane, callback, new SendOrPostCallback(static _ => { }) })
        {
            Log.Stalled(log, gaplic, StallText.Of(TimeSpan.FromSeconds(1)), StallText.Of(serving));
            Log.StallEnded(log, gaplic, StallText.Of(TimeSpan.FromMilliseconds(1)), StallText.Of(serving));
        }

        Log.LongTurn(log, gaplic, StallText.Of(TimeSpan.Zero), 0, StallText.Of(null));
        Log.LongTurnEnded(log, gaplic, StallText.Of(TimeSpan.Zero), 0);
    }
}
