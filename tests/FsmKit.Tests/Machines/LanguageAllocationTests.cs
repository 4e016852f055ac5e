using FsmKit.TestShared;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Checks that the constructs of the table language allocate nothing beside their actions.</summary>
public sealed partial class LanguageAllocationTests
{
    [Fact]
    public void History_completion_rows_without_an_event_and_deferral_allocate_nothing()
    {
        using var app = new GAplic();
        var plant = app.Create<Plant>();
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                // Deferred twice, taken when the job is done; then away and back to where it was.
                plant.Send(new EvDo(i));
                plant.Send(new EvDo(-i));
                plant.Send(new EvStep());
                plant.Send(new EvLeave());
                plant.Send(new EvBack());
                plant.Send(new EvStep());
            }
        }));
        Assert.Equal((true, "Ready"), (plant.Done > 0 && plant.Done % 2 == 0 && plant.Raised > 0, plant.StateName));
    }

    [Fact]
    public void A_trace_of_a_transition_to_a_history_names_no_state_that_none_is_in()
    {
        var log = new StringWriter();
        using var app = new GAplic(new GAplicOptions { Logger = new TextLogger(log, LogLevel.Information), TraceMachine = MachineTraceLevel.Events });
        var plant = app.Create<Plant>();
        plant.Send(new EvStep());
        plant.Send(new EvStep());
        plant.Send(new EvLeave());
        plant.Send(new EvBack());

        Assert.DoesNotContain("WhereItWas", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("<- mach: (Plant:), st: Second, ret: Handled", log.ToString(), StringComparison.Ordinal);
    }

    internal readonly record struct EvDo(int Number);

    internal readonly record struct EvStep;

    internal readonly record struct EvLeave;

    internal readonly record struct EvBack;

    internal readonly record struct EvOwn;

    [GClass, Input<EvDo>, Input<EvStep>, Input<EvLeave>, Input<EvBack>, Input<EvOwn>]
    internal sealed partial class Plant : GObj
    {
        private int _waiting;

        public int Done { get; private set; }

        public int Raised { get; private set; }

        private enum State : byte
        {
            [On<EvStep>(Next = Job), On<EvDo>(nameof(Keep), Next = Job), Refuse] Ready,

            [Done(nameof(Own), Next = Taking), On<EvLeave>(Next = Away), Defer<EvDo>, Refuse] Job,
            [Inside(Job), On<EvStep>(Next = Second)] First,
            [Inside(Job), On<EvStep>(Next = End)] Second,
            [Inside(Job), Final] End,
            [Inside(Job), History] WhereItWas,

            [On<EvBack>(Next = WhereItWas), Defer<EvDo>, Refuse] Away,

            [On<EvDo>(nameof(Take)), On<EvOwn>(nameof(Hear)), Always(Next = Ready, When = nameof(IsThrough)), Refuse] Taking,
        }

        private void Keep() => (_waiting, Done) = (1, Done + 1);

        private void Own() => Raise(new EvOwn());

        private void Take() => (_waiting, Done) = (_waiting - 1, Done + 1);

        private void Hear() => Raised++;

        private bool IsThrough() => _waiting == 0 && Raised > 0;
    }
}
