using System.Globalization;

namespace FsmKit.Benchmarks;

/// <summary>The server of a soak on a loop and a thread of its own, and what it occupies.</summary>
internal sealed class SoakHost : IDisposable
{
    private readonly GAplic _app = new("soak");
    private readonly SoakServer _server;
    private readonly Thread _loop;

    public SoakHost()
    {
        _server = _app.Create<SoakServer>("server");
        _loop = new Thread(() => _app.Run());
        _loop.Start();
    }

    public int Port => _server.Port;

    public void Dispose()
    {
        _app.Stop();
        _loop.Join();
        _app.Dispose();
    }

    /// <summary>Asks something of the gobjs on their own thread.</summary>
    public T OnLoop<T>(Func<SoakServer, T> question)
    {
        var answer = new TaskCompletionSource<T>();
        _app.PostCallback(() => answer.SetResult(question(_server)));
        return answer.Task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for half a minute at most: what is printed then shows what did not happen.</summary>
    public void Await(Func<SoakServer, bool> condition) => SpinWait.SpinUntil(() => OnLoop(condition), TimeSpan.FromSeconds(30));

    public static void PrintHeader() =>
        Console.WriteLine($"{"",-34} {"gobjs",8} {"gsocks",8} {"descriptors",12} {"managed KB",11} {"resident KB",12}");

    public void Print(string stage) => Console.WriteLine(OnLoop(server => string.Create(CultureInfo.InvariantCulture,
        $"{stage,-34} {server.ChildCount + 1,8} {server.NGsocks,8} {Directory.GetFileSystemEntries("/proc/self/fd").Length,12} "
        + $"{GC.GetTotalMemory(forceFullCollection: true) / 1024,11} {Environment.WorkingSet / 1024,12}")));
}
