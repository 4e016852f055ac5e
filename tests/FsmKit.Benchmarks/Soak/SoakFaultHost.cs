using System.Globalization;
using Microsoft.Extensions.Logging;

namespace FsmKit.Benchmarks;

/// <summary>The server's side of <see cref="SoakFaults"/>: its loop, and a log that counts.</summary>
internal sealed class SoakFaultHost : ILogger, IDisposable
{
    private readonly SoakHeckler _heckler;
    private readonly LoopThread _loop;
    private long _lines;

    public SoakFaultHost()
    {
        var app = new GAplic("soak", new GAplicOptions { Logger = this });
        _heckler = app.Create<SoakHeckler>("heckler");
        _loop = new LoopThread(app);
    }

    public string Ports => _loop.Ask(() => $"{_heckler.SockPort} {_heckler.HttpPort}");

    /// <summary>Whether only the two servers are left, and the server socket of one of them.</summary>
    private bool IsEmpty => _heckler.Connections == 0 && _heckler.Descendants == 3;

    /// <summary>Waits for half a minute at most.</summary>
    public void AwaitNone() => _loop.Await(() => IsEmpty);

    /// <returns>Whether nothing is left, and each exception was told once.</returns>
    public bool Print(string stage) => _loop.Ask(() =>
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{stage,-40} {_heckler.Descendants,8} {_heckler.Connections,12} {Directory.GetFileSystemEntries("/proc/self/fd").Length,12} "
            + $"{_heckler.Thrown,10} {_lines,10} {GC.GetTotalMemory(forceFullCollection: true) / 1024,11} {Environment.WorkingSet / 1024,12}"));
        return IsEmpty && _heckler.Thrown == _lines;
    });

    public static void PrintHeader() => Console.WriteLine(
        $"{"",-40} {"gobjs",8} {"connections",12} {"descriptors",12} {"thrown",10} {"log lines",10} {"managed KB",11} {"resident KB",12}");

    public void Dispose() => _loop.Dispose();

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
}
