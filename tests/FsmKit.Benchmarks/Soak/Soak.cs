using System.Diagnostics;
using System.Globalization;
using System.Net;
using FsmKit.Net;

namespace FsmKit.Benchmarks;

/// <summary>
/// Opens many connections at once, and many one after the other, to a server in this process, and prints what they left behind. The
/// clients are another process, so that each side has its own descriptors.
/// </summary>
internal sealed class Soak : IDisposable
{
    private readonly GAplic _app = new("soak");
    private readonly SoakServer _server;
    private readonly Thread _loop;

    private Soak()
    {
        _server = _app.Create<SoakServer>("server");
        _loop = new Thread(() => _app.Run());
        _loop.Start();
    }

    /// <summary>Runs both parts.</summary>
    /// <param name="open">How many connections are open at the same time.</param>
    /// <param name="churn">How many come and go.</param>
    public static void Run(int open, int churn)
    {
        using var soak = new Soak();
        using var clients = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, ["soak-clients", $"{soak._server.Port}", $"{open}", $"{churn}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Console.WriteLine($"{"",-34} {"gobjs",8} {"gsocks",8} {"descriptors",12} {"managed KB",11} {"resident KB",12}");
        while (clients.StandardOutput.ReadLine() is { } stage)
        {
            soak.Print(stage);
            clients.StandardInput.WriteLine();
        }
    }

    public void Dispose()
    {
        _app.Stop();
        _loop.Join();
        _app.Dispose();
    }

    private void Print(string stage)
    {
        // What the clients have closed is on its way through the loop.
        if (!stage.StartsWith("open", StringComparison.Ordinal))
        {
            SpinWait.SpinUntil(() => OnLoop(() => _server.NGsocks) == 0, TimeSpan.FromSeconds(30));
        }

        Console.WriteLine(OnLoop(() => string.Create(CultureInfo.InvariantCulture,
            $"{stage,-34} {_server.ChildCount + 1,8} {_server.NGsocks,8} {Directory.GetFileSystemEntries("/proc/self/fd").Length,12} "
            + $"{GC.GetTotalMemory(forceFullCollection: true) / 1024,11} {ResidentKilobytes(),12}")));
    }

    /// <summary>Asks something of the gobjs on their own thread.</summary>
    private T OnLoop<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>();
        _app.PostCallback(() => answer.SetResult(question()));
        return answer.Task.GetAwaiter().GetResult();
    }

    private static long ResidentKilobytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1024;
    }
}

/// <summary>Sends back what it receives.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>]
internal sealed partial class SoakServer : GObj
{
    private GServerSock? _server;

    public int Port => _server!.Port;

    public int NGsocks => _server!.NGsocks;

    private enum State : byte
    {
        [On<EvRxData>(nameof(AcEcho))]
        [Ignore<EvConnected>, Ignore<EvDisconnected>]
        Serving,
    }

    protected override void StartUp() => _server = Create<GServerSock>("sock", static server => server.Host = $"{IPAddress.Loopback}");

    private void AcEcho(in EvRxData e) => Send(e.Gsock, new EvSendData(e.Data));
}
