using System.Globalization;
using Microsoft.Extensions.Logging;

namespace FsmKit.Benchmarks;

/// <summary>The server's side of <see cref="SoakFaults"/>: its loop, and a log that counts.</summary>
internal sealed class SoakFaultHost : ILogger, IDisposable
{
    private readonly GAplic _app;
    private readonly SoakHeckler _heckler;
    private readonly Thread _loop;
    private long _lines;

    public SoakFaultHost()
    {
        _app = new GAplic("soak", new GAplicOptions { Logger = this });
        _heckler = _app.Create<SoakHeckler>("heckler");
        _loop = new Thread(() => _app.Run());
        _loop.Start();
    }

    public string Ports => OnLoop(static heckler => $"{heckler.SockPort} {heckler.HttpPort}");

    /// <summary>Waits for half a minute at most: what is printed then shows what did not happen.</summary>
    public void AwaitNone() => SpinWait.SpinUntil(() => OnLoop(static heckler => heckler.Connections == 0 && heckler.Descendants == 3), TimeSpan.FromSeconds(30));

    /// <returns>Whether nothing is left, and each exception was told once.</returns>
    public bool Print(string stage) => OnLoop(heckler =>
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{stage,-40} {heckler.Descendants,8} {heckler.Connections,12} {Directory.GetFileSystemEntries("/proc/self/fd").Length,12} "
            + $"{heckler.Thrown,10} {_lines,10} {GC.GetTotalMemory(forceFullCollection: true) / 1024,11} {Environment.WorkingSet / 1024,12}"));
        return heckler.Connections == 0 && heckler.Descendants == 3 && heckler.Thrown == _lines;
    });

    public static void PrintHeader() => Console.WriteLine(
        $"{"",-40} {"gobjs",8} {"connections",12} {"descriptors",12} {"thrown",10} {"log lines",10} {"managed KB",11} {"resident KB",12}");

    public void Dispose()
    {
        _app.Stop();
        _loop.Join();
        _app.Dispose();
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
        {
            // As a log would: it is put together, and thrown away.
            _lines += formatter(state, exception).Length > 0 ? 1 : 0;
        }
    }

    private T OnLoop<T>(Func<SoakHeckler, T> question)
    {
        var answer = new TaskCompletionSource<T>();
        _app.PostCallback(() => answer.SetResult(question(_heckler)));
        return answer.Task.GetAwaiter().GetResult();
    }
}
