using FsmKit.TestShared;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Descriptions and memory of a machine with states inside states.</summary>
public sealed partial class CompositeTests
{
    [Fact]
    public void The_table_has_each_row_once() => Assert.Equal(
        """
        Press: A press with a shift.
        State      Event         Guard  Action    Next
        On         (enter)              AcLight
        On         EvPowerCut                     Off
        On         After(60000)         AcEnd     Off
          Idle     EvStart              AcStart   Running
          Idle     (all others)         (Refuse)
          Running  EvStart              (Ignore)
        Off        EvStart       IsFit            On
        Off        (all others)         (Refuse)
        (any)      EvAsk                AcTell

        """,
        MachineDescription.Of<Press>().ToText());

    [Fact]
    public void The_diagram_has_a_box_for_a_composite() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> On
            state On {
                [*] --> Idle
                Idle
                Running
            }
            On --> Off : EvPowerCut
            On --> Off : After(60000) / AcEnd
            Idle --> Running : EvStart / AcStart
            Off --> On : EvStart [IsFit]

        """,
        MachineDescription.Of<Press>().ToMermaid());

    [Fact]
    public void The_page_says_what_a_state_is_inside_of() =>
        Assert.Contains("| Running | Inside On. The press is running. |", MachineDescription.Of<Press>().ToMarkdown(), StringComparison.Ordinal);

    [Fact]
    public void The_description_has_states_in_source_order_and_leaves_in_theirs()
    {
        var machine = MachineDescription.Of<Press>();
        Assert.Equal(["On", "Idle", "Running", "Off"], machine.States.Select(static state => state.Name));
        Assert.Equal([(-1, 1), (0, -1), (0, -1), (-1, -1)], machine.States.Select(static state => (state.Parent, state.Start)));
        Assert.Equal([1, 2, 3], machine.Leaves);
    }

    [Fact]
    public void A_trace_names_leaves()
    {
        var log = new List<string>();
        using var app = new GAplic(new GAplicOptions { Logger = new ListLogger(log), TraceMachine = MachineTraceLevel.Events });
        var press = app.Create<Press>("press");
        press.Send(new EvStart());
        press.Send(new EvPowerCut());
        press.Send(new EvStart(Fit: true));
        press.Send(new EvAsk());
        Assert.Equal(
            [
                "st: Idle, ev: (EvStart", "new_st: Running", "st: Running, ret: Handled", "st: Running, ev: (EvPowerCut", "new_st: Off", "st: Off, ret: Handled",
                "st: Off, ev: (EvStart", "new_st: Idle", "st: Idle, ret: Handled", "st: Idle, ev: (EvAsk", "st: Idle, ret: Handled",
            ],
            log.Where(static line => line.Contains("mach: (", StringComparison.Ordinal)).Select(static line => Part(line)));

        static string Part(string line)
        {
            var part = line[(line.IndexOf("), ", StringComparison.Ordinal) + 3)..];
            return part.Contains("ev: (", StringComparison.Ordinal) ? part[..part.IndexOf(',', part.IndexOf("ev: (", StringComparison.Ordinal))] : part;
        }
    }

    [Fact]
    public void Inherited_rows_and_the_timeouts_of_composites_allocate_nothing()
    {
        using var app = new GAplic();
        var press = app.Create<Press>();
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                press.Send(new EvStart());
                press.Send(new EvAsk());
                press.Send(new EvPowerCut());
                press.Send(new EvStart(Fit: true));
            }
        }));
        Assert.True(press is { Lit: > 1000, Told: >= 1000, Started: >= 1000 });
    }

    public readonly record struct EvStart(bool Fit = false);

    public readonly record struct EvPowerCut;

    public readonly record struct EvAsk;

    /// <summary>A press with a shift.</summary>
    [GClass]
    [Input<EvStart>, Input<EvPowerCut>, Input<EvAsk>]
    [On<EvAsk>(nameof(AcTell))]
    public sealed partial class Press : GObj
    {
        public int Lit { get; private set; }

        public int Told { get; private set; }

        public int Started { get; private set; }

        private enum State : byte
        {
            [Enter(nameof(AcLight))]
            [On<EvPowerCut>(Next = Off)]
            [After(60_000, nameof(AcEnd), Next = Off)]
            On,

            [Inside(On), On<EvStart>(nameof(AcStart), Next = Running), Refuse]
            Idle,

            /// <summary>The press is running.</summary>
            [Inside(On), Ignore<EvStart>]
            Running,

            [On<EvStart>(Next = On, When = nameof(IsFit)), Refuse]
            Off,
        }

        private static bool IsFit(in EvStart e) => e.Fit;

        private void AcLight() => Lit++;

        private void AcStart() => Started++;

        private void AcTell() => Told++;

        private void AcEnd() => Lit = 0;
    }

    private sealed class ListLogger(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
