using System.Globalization;

namespace FsmKit.Benchmarks;

/// <summary>The server of a soak on a loop and a thread of its own, and figures of its resources.</summary>
internal sealed class SoakHost : IDisposable
{
    private readonly SoakServer _server;
    private readonly LoopThread _loop;

    public SoakHost()
    {
        var app = new GAplic("soak");
        _server = app.Create<SoakServer>("server");
        _loop = new LoopThread(app);
    }

    public int Port => _server.Port;

    public void Dispose() => _loop.Dispose();

    /// <summary>Asks something of the server on its own thread.</summary>
    public T OnLoop<T>(Func<SoakServer, T> question) => _loop.Ask(() => question(_server));

    /// <summary>Waits for half a minute at most.</summary>
    public void Await(Func<SoakServer, bool> condition) => _loop.Await(() => condition(_server));

    public static void PrintHeader() =>
        Console.WriteLine($"{"",-34} {"gobjs",8} {"gsocks",8} {"descriptors",12} {"managed KB",11} {"resident KB",12}");

    public void Print(string stage) => Console.WriteLine(OnLoop(server => string.Create(CultureInfo.InvariantCulture,
        $"{stage,-34} {server.ChildCount + 1,8} {server.NGsocks,8} {Directory.GetFileSystemEntries("/proc/self/fd").Length,12} "
        + $"{GC.GetTotalMemory(forceFullCollection: true) / 1024,11} {Environment.WorkingSet / 1024,12}")));
}
