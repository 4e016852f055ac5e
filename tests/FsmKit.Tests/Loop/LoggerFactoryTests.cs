using FsmKit.TestShared;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>A log for each gclass, and the data of its lines beside their text.</summary>
[Collection(nameof(AllocationTests))]
public sealed partial class LoggerFactoryTests : IDisposable
{
    private readonly Factory _factory = new();

    public void Dispose() => _factory.Dispose();

    private GAplic App() => new("app", new GAplicOptions { LoggerFactory = _factory, Time = new ManualTime() });

    [Fact]
    public void The_category_is_the_gclass_with_its_namespace()
    {
        using var app = App();
        app.Create<Probe>("p").Send(new EvPing(1));
        app.Create<Box<int>>("b");
        app.Create<Box<string>>("b");
        app.ReportFault("nobody", new NotSupportedException("on purpose"));

        Assert.Equal(["FsmKit.GAplic", "FsmKit.Tests.LoggerFactoryTests.Box", "FsmKit.Tests.Probe"], _factory.Entries.Select(static entry => entry.Category).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_loops_with_two_factories_have_a_log_each()
    {
        var other = new Factory();
        using var app = App();
        using var second = new GAplic("second", new GAplicOptions { LoggerFactory = other });
        app.Create<Probe>("p");
        second.Create<Probe>("q");
        app.Create<Probe>("r");

        Assert.Equal(["Created Probe:p", "Created Probe:r"], _factory.Entries.Select(static entry => entry.Text));
        Assert.Equal(["Created Probe:q"], other.Entries.Select(static entry => entry.Text));
    }

    [Fact]
    public void A_trace_has_its_parts_as_properties()
    {
        using var app = App();
        var probe = app.Create<Probe>("p");
        probe.TraceMachine = MachineTraceLevel.Data;
        _factory.Entries.Clear();
        probe.Send(new EvPing(1));

        var entry = _factory.Entries[0];
        Assert.Equal("2026-11-20 10:00:00  -> mach: (Probe:p), st: Idle, ev: (EvPing,EvPing { Number = 1 }), ac: AcPing()", entry.Text);
        Assert.Equal(
            [("GClass", "Probe"), ("GObj", "p"), ("State", "Idle"), ("Event", "EvPing"), ("Data", "EvPing { Number = 1 }"), ("Action", "AcPing()")],
            entry.Properties.Skip(1).Take(6).Select(static property => (property.Key, property.Value?.ToString())));
    }

    [Fact]
    public void A_fault_has_gclass_and_state_as_properties_and_is_counted()
    {
        var told = new List<string>();
        using var app = new GAplic("app", new GAplicOptions
        {
            LoggerFactory = _factory,
            Faulted = (source, exception) =>
            {
                told.Add($"{source}: {exception.Message}");
                throw new NotSupportedException("swallowed");
            },
        });
        var probe = app.Create<Probe>("p");
        probe.OnPing = static _ => throw new NotSupportedException("on purpose");
        probe.Post(new EvPing(1));
        app.RunOnce();

        var entry = Assert.Single(_factory.Entries, static entry => entry.Level == LogLevel.Error);
        Assert.Equal(("FsmKit.Tests.Probe", "A fault in Probe:p; the loop goes on."), (entry.Category, entry.Text));
        Assert.Contains(new("GClass", "Probe"), entry.Properties);
        Assert.Contains(new("State", "Idle"), entry.Properties);
        Assert.Equal(1, app.Faults);
        Assert.Equal(["Probe:p: on purpose"], told);
    }

    [Fact]
    public void A_factory_that_throws_costs_its_lines_only()
    {
        using var app = new GAplic("app", new GAplicOptions { LoggerFactory = new Factory { Throws = true } });
        var probe = app.Create<Probe>("p");
        app.ReportFault(probe, new NotSupportedException());
        Assert.Equal(Outcome.Handled, probe.Send(new EvPing(1)));
        Assert.Equal(1, app.Faults);
    }

    [Fact]
    public void A_log_that_is_off_allocates_nothing()
    {
        _factory.Minimum = LogLevel.None;
        using var app = App();
        var mute = app.Create<Mute>("m");
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                mute.Send(new EvPing(i));
            }
        }));
    }

    private sealed record Entry(string Category, LogLevel Level, string Text, IReadOnlyList<KeyValuePair<string, object?>> Properties);

    private sealed class Factory : ILoggerFactory
    {
        public List<Entry> Entries { get; } = [];

        public LogLevel Minimum { get; set; }

        public bool Throws { get; init; }

        public ILogger CreateLogger(string categoryName) => Throws ? throw new NotSupportedException() : new Lines(this, categoryName);

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        private sealed class Lines(Factory factory, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= factory.Minimum;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                factory.Entries.Add(new Entry(category, logLevel, formatter(state, exception), [.. (IReadOnlyList<KeyValuePair<string, object?>>)state!]));
        }
    }

    /// <summary>Refuses everything, which is a warning in the log.</summary>
    [GClass, Input<EvPing>]
    public sealed partial class Mute : GObj
    {
        private enum State : byte
        {
            [Refuse<EvPing>]
            Idle,
        }
    }

    /// <summary>A gclass with a type parameter.</summary>
    [GClass]
    public sealed partial class Box<T> : GObj
    {
        private enum State : byte
        {
            Idle,
        }
    }
}
