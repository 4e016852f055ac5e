using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>
/// Goes through what reports faults and stalls once, before it is needed: the first report of a process may come when there are no
/// descriptors or no memory left to load an assembly with.
/// </summary>
internal static class Warmth
{
    private static int _isWarm;

    /// <summary>Once per process, with the first loop that logs.</summary>
    public static void Spread(GAplic gaplic)
    {
        if (Interlocked.Exchange(ref _isWarm, 1) != 0)
        {
            return;
        }

        try
        {
            // There is none of that name: a real message is put together and thrown.
            gaplic.WriteParameter("", null);
        }
        catch (GObjException x)
        {
            // Its stack trace is what needs the most assemblies.
            _ = x.ToString();
            Report(GuardedLogger.Of(new TextLogger(TextWriter.Null, LogLevel.Trace)), gaplic, x);
        }
    }

    private static void Report(ILogger log, GAplic gaplic, GObjException x)
    {
        Action<object?> callback = static _ => { };
        var lane = new PostLane<int>();
        Log.Fault(log, SafeText.Of(gaplic), x);
        Log.MachineWarning(log, gaplic.FullName, gaplic.Path);
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
