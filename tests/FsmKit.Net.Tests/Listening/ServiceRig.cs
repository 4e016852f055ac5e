using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A loop that the test runs cycle by cycle, a log that threads may write to, and clients.</summary>
internal sealed class ServiceRig : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Clients _clients = new();
    private readonly LogLines _log = new(LogLevel.Information);

    public ServiceRig(IReactor? reactor = null) => Loop = new GAplic("app", new GAplicOptions { Logger = _log, Time = Time, Reactor = reactor });

    public GAplic Loop { get; }

    /// <summary>The loop's clock; it stands still unless the test moves it.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>The log of the loop; listeners of a test may write to it too.</summary>
    public ILogger Logger => _log;

    /// <summary>Log lines: warnings, errors and messages of services.</summary>
    public string[] Log => _log.Lines;

    /// <summary>Number of machines of services in the loop.</summary>
    public int Machines => Loop.Children.OfType<GSocketService>().Count();

    public Socket Connect(int port) => _clients.Connect(port);

    public void Until(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Patience, $"It did not happen in time.\n{string.Join('\n', Log)}");
            Loop.RunOnce(TimeSpan.FromMilliseconds(5));
        }
    }

    /// <summary>Runs cycles until there is nothing left to do for the loop.</summary>
    public void Settle()
    {
        for (var quiet = 0; quiet < 3;)
        {
            quiet = Loop.RunOnce(TimeSpan.FromMilliseconds(5)) ? 0 : quiet + 1;
        }
    }

    public void Dispose()
    {
        Loop.Dispose();
        _clients.Dispose();
    }
}
