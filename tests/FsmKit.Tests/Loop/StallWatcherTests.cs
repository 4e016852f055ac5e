using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>The thread that watches the loops that run.</summary>
public sealed class StallWatcherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Each_of_two_loops_is_told_of_while_it_is_stalled()
    {
        using var first = new Stalled("first");
        using var second = new Stalled("second");

        Assert.Contains("GAplic:first has been stalled for", first.WaitForLine(), StringComparison.Ordinal);
        Assert.Contains("by Probe:probe in state Idle with EvPing", second.WaitForLine(), StringComparison.Ordinal);
        Assert.True(first.App.Stalls > 0);
        Assert.True(second.App.LongestStall > TimeSpan.Zero);
    }

    [Fact]
    public void A_log_that_throws_does_not_end_the_watch()
    {
        using var bad = new Stalled("bad", throws: true);
        bad.WaitForLine();
        using var good = new Stalled("good");

        Assert.Contains("GAplic:good", good.WaitForLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_that_has_ended_is_not_kept_alive_while_another_is_watched()
    {
        using var other = new Stalled("other");
        var ended = RunAndForget();
        for (var i = 0; i < 100 && ended.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Yield();
        }

        other.WaitForLine();
        Assert.False(ended.IsAlive);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_threshold_of_nothing_turns_it_off(int milliseconds)
    {
        using var app = new GAplic(new GAplicOptions { StallThreshold = TimeSpan.FromMilliseconds(milliseconds) });

        Assert.False(app.Watch.IsOn);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndForget()
    {
        using var app = new GAplic("ended", new GAplicOptions { StallThreshold = TimeSpan.FromMilliseconds(4) });
        app.PostCallback(app.Stop);
        app.Run(TestContext.Current.CancellationToken);
        return new WeakReference(app);
    }

    /// <summary>A loop on a thread of its own, in an action that ends when the test does.</summary>
    private sealed class Stalled : ILogger, IDisposable
    {
        private readonly ManualResetEventSlim _told = new();
        private readonly ManualResetEventSlim _end = new();
        private readonly Thread _thread;
        private readonly bool _throws;
        private string _line = "";

        public Stalled(string name, bool throws = false)
        {
            _throws = throws;
            App = new GAplic(name, new GAplicOptions { Logger = this, StallThreshold = TimeSpan.FromMilliseconds(20) });
            var probe = App.Create<Probe>("probe");
            probe.OnPing = _ => _end.Wait(Patience);
            probe.Post(new EvPing(1));
            _thread = new Thread(() => App.Run());
            _thread.Start();
        }

        public GAplic App { get; }

        public string WaitForLine()
        {
            Assert.True(_told.Wait(Patience, TestContext.Current.CancellationToken));
            return _line;
        }

        public void Dispose()
        {
            _end.Set();
            App.Stop();
            _thread.Join();
            App.Dispose();
        }

        IDisposable? ILogger.BeginScope<TState>(TState state) => null;

        bool ILogger.IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!_told.IsSet && logLevel == LogLevel.Warning)
            {
                _line = formatter(state, exception);
                _told.Set();
                if (_throws)
                {
                    throw new NotSupportedException("the log is full");
                }
            }
        }
    }
}
