using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Checks that a loop goes on when parts of the application throw: loggers, reactors, clocks and the texts of events.</summary>
public sealed class FaultyPartsTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(FaultyLogger.Member.Log)]
    [InlineData(FaultyLogger.Member.IsEnabled)]
    [InlineData(FaultyLogger.Member.BeginScope)]
    public void A_logger_that_throws_ends_nothing(FaultyLogger.Member member)
    {
        using var app = new GAplic("app", new GAplicOptions
        {
            Logger = new FaultyLogger(member),
            PostCapacity = 1,
            TraceMachine = MachineTraceLevel.Data,
            Settings = [new("Probe.Size", "big")],
            StallThreshold = TimeSpan.FromMilliseconds(20),
        });
        var probe = app.Create<Probe>("probe");
        var gone = app.Create<Probe>("gone");
        gone.Destroy();
        probe.OnPing = _ => throw new NotSupportedException("ping");
        using (app.Logger.BeginScope("scope"))
        {
            Assert.Equal(Outcome.Destroyed, gone.Send(new EvPing(1)));
        }

        probe.Post(new EvPing(1));
        Assert.Equal(Outcome.Refused, probe.Post(new EvPing(2)));
        app.PostCallback(static () => throw new NotSupportedException("callback"));
        new LoopTimer(probe, static () => throw new NotSupportedException("timer")).Arm(TimeSpan.Zero);
        new LoopTimer(probe, () => probe.Post(new EvPong(3))).Arm(TimeSpan.FromMilliseconds(1));
        new LoopTimer(probe, () =>
        {
            SpinWait.SpinUntil(() => app.Stalls > 0, Long);
            app.PostCallback(app.Stop);
        }).Arm(TimeSpan.FromMilliseconds(2));
        app.Run(TestContext.Current.CancellationToken);

        Assert.Equal(["ping 1", "pong 3"], probe.Got);
        Assert.Equal(1, app.Stalls);
    }

    [Fact]
    public void An_event_that_cannot_be_put_into_words_is_handled_and_traced_without_them()
    {
        var log = new LogLines();
        using var app = new GAplic("app", new GAplicOptions { Logger = log, TraceMachine = MachineTraceLevel.Data });
        var mumbler = app.Create<Mumbler>("mumbler");
        Assert.Equal((Outcome.Handled, Outcome.Handled), (mumbler.Send(new EvMumble()), mumbler.Send(new EvMumbleBorrowed())));

        Assert.Equal(2, mumbler.Heard);
        Assert.Equal(2, log.Lines.Count(static line => line.Contains("(its ToString threw NotSupportedException)", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_exception_that_cannot_be_written_is_told_by_its_type()
    {
        var log = new LogLines();
        using var app = new GAplic("app", new GAplicOptions { Logger = log });
        app.PostCallback(static () => throw new UnspeakableException());
        app.RunOnce();

        Assert.Equal(["Error: A fault in a posted callback; the loop goes on. (FsmKit.Tests.FaultyPartsTests+UnspeakableException)"], log.From(LogLevel.Error));
    }

    [Fact]
    public void A_reactor_that_throws_is_told_once_and_posts_and_timers_go_on()
    {
        var log = new LogLines();
        using var reactor = new FaultyReactor();
        using var app = new GAplic("app", new GAplicOptions { Logger = log, Reactor = reactor });
        var probe = app.Create<Probe>();
        probe.OnPing = _ => app.Stop();
        new LoopTimer(probe, () => probe.Post(new EvPing(1))).Arm(TimeSpan.FromMilliseconds(20));
        app.Run(TestContext.Current.CancellationToken);

        Assert.Equal(["ping 1"], probe.Got);
        Assert.Equal(["Error: A fault in the reactor; the loop goes on. wait"], log.From(LogLevel.Error));

        reactor.IsFaulty = false;
        app.RunOnce();
        reactor.IsFaulty = true;
        app.RunOnce();
        Assert.Equal(2, log.From(LogLevel.Error).Count());
    }

    [Fact]
    public void A_reactor_that_cannot_be_woken_does_not_lose_the_post()
    {
        var log = new LogLines();
        using var reactor = new FaultyReactor { IsFaulty = false };
        using var app = new GAplic("app", new GAplicOptions { Logger = log, Reactor = reactor });
        var probe = app.Create<Probe>();
        var outcome = Outcome.Refused;
        reactor.OnWait = () =>
        {
            reactor.OnWait = null;
            var other = new Thread(() => outcome = probe.Post(new EvPing(1)));
            other.Start();
            other.Join();
        };
        app.RunOnce();
        app.RunOnce();

        Assert.Equal(Outcome.Queued, outcome);
        Assert.Equal(["ping 1"], probe.Got);
        Assert.Equal(["Error: A fault in the reactor; the loop goes on. wake"], log.From(LogLevel.Error));
    }

    [Fact]
    public void A_clock_that_throws_stands_still_and_is_told_once()
    {
        var log = new LogLines();
        var time = new FaultyTime();
        using var app = new GAplic("app", new GAplicOptions { Logger = log, Time = time, TraceMachine = MachineTraceLevel.Events });
        var probe = app.Create<Probe>();
        var fired = 0;
        new LoopTimer(probe, () => fired++).Arm(TimeSpan.FromMilliseconds(10));
        time.IsFaulty = true;
        probe.Post(new EvPing(1));
        app.RunOnce();
        app.RunOnce();
        Assert.Equal(0, fired);
        Assert.Equal(["ping 1"], probe.Got);
        Assert.Equal(["Error: A fault in the clock; the loop goes on. no time"], log.From(LogLevel.Error));

        time.IsFaulty = false;
        time.Milliseconds = 10;
        app.RunOnce();
        Assert.Equal(1, fired);
    }

    public sealed class FaultyLogger(FaultyLogger.Member throws) : ILogger
    {
        public enum Member
        {
            Log,
            IsEnabled,
            BeginScope,
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throws == Member.BeginScope ? throw new NotSupportedException("scope") : new FaultyScope();

        public bool IsEnabled(LogLevel logLevel) => throws == Member.IsEnabled ? throw new NotSupportedException("enabled") : true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (throws == Member.Log)
            {
                throw new NotSupportedException("log");
            }
        }
    }

    private sealed class FaultyScope : IDisposable
    {
        public void Dispose() => throw new NotSupportedException("end of scope");
    }

    private sealed class UnspeakableException : Exception
    {
        public override string Message => throw new NotSupportedException("message");
    }

    private sealed class FaultyReactor : IReactor
    {
        public bool IsFaulty { get; set; } = true;

        public Action? OnWait { get; set; }

        public Action<object?, Exception>? Fault { get; set; }

        public void Wait(int milliseconds)
        {
            OnWait?.Invoke();
            if (IsFaulty)
            {
                throw new NotSupportedException("wait");
            }
        }

        public void Wake() => throw new NotSupportedException("wake");

        public void Dispose()
        {
        }
    }

    private sealed class FaultyTime : TimeProvider
    {
        public bool IsFaulty { get; set; }

        public int Milliseconds { get; set; }

        public override long TimestampFrequency => 1_000;

        public override long GetTimestamp() => IsFaulty ? throw new NotSupportedException("no time") : Milliseconds;

        public override DateTimeOffset GetUtcNow() => throw new NotSupportedException("no date");
    }
}
