using System.Runtime.InteropServices;

namespace FsmKit.Http.Tests.Examples;

/// <summary>The examples of the guide to watching.</summary>
internal static class Watched
{
    public static async Task Run(GAplic app)
    {
        await using var log = HttpAccessLog.ToFile("/var/log/shop/access.log");      // HttpLogFormat.Combined; or Common
        app.Create<GHttpServer>("http", server => server.AccessLog = log);
        using var hup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            log.Reopen();
        });
        app.Run();
    }
}
