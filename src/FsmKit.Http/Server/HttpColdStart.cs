using System.Net;
using Microsoft.Extensions.Logging;

namespace FsmKit.Http;

/// <summary>Initializes the code paths of a server when the first server of the process is created, instead of in its first requests.</summary>
internal static class HttpColdStart
{
    private static int _isDone;

    /// <summary>Initializes at the first call; later calls do nothing.</summary>
    public static void Ensure()
    {
        if (Interlocked.Exchange(ref _isDone, 1) == 0)
        {
            ColdStart.Later(Run);
        }
    }

    private static void Run()
    {
        ColdStart.InitializeTypes(typeof(HttpColdStart).Assembly);
        _ = new HttpStamp(TimeProvider.System, []).Date;
        WriteLine();
        Report(new TextLogger(TextWriter.Null, LogLevel.Trace), null!);
    }

    private static void WriteLine()
    {
        var line = new HttpLogLine { Client = new IPEndPoint(IPAddress.Loopback, 1), Time = DateTimeOffset.UnixEpoch, Status = 200, BodyBytes = 1 };
        LogLineWriter.Write(in line, HttpLogFormat.Combined, new byte[LogLineWriter.Bound(in line)]);
    }

    /// <summary>Formats each kind of log line once, without a channel.</summary>
    private static void Report(ILogger log, GHttpServer server)
    {
        var (channel, request, fault) = ((GHttpCliSrv)null!, (HttpRequest)null!, new InvalidOperationException());
        HttpLog.Closed(log, channel, ChannelEndReason.PeerClosed);
        HttpLog.BadRequest(log, channel, 400, "");
        HttpLog.HandlerFailed(log, channel, request, fault);
        HttpLog.NobodyAnswers(log, channel, request);
        HttpLog.Failed(log, channel, new IPEndPoint(IPAddress.Loopback, 1), fault);
        HttpLog.Full(log, server, 0, 0);
    }
}
