using FsmKit.Testing.Choosing;
using FsmKit.Testing.Tests.Systems.Small;
using FsmKit.Testing.Worlds;
using Worker = FsmKit.Testing.Tests.Systems.Small.Worker;

namespace FsmKit.Testing.Tests;

/// <summary>Causes of steps, which shrinking leaves out together.</summary>
public sealed class CausesTests
{
    [Fact]
    public void Each_step_names_the_step_that_posted_its_event()
    {
        var plan = PlanOf(static world =>
        {
            var link = world.Link();
            Worker one = null!, other = null!;
            one = world.Loop("one").Create<Worker>("one", x => x.Does = number => (number == 0 ? (Action)(() => link.Post(other, new EvDo(1), one)) : static () => { })());
            other = world.Loop("other").Create<Worker>("other", x => x.Does = _ => link.Post(one, new EvDo(2), other));
            one.Post(new EvDo(0));
        });

        // The set-up, one's first event, the link, the other's event, the link, and the answer.
        Assert.Equal([PlannedStep.Unknown, 0, 1, 2, 3, 4], plan.Select(static step => step.Cause));
        Assert.Equal([false, false, true, false, true, false], plan.Select(static step => step.Lane is not null));
        Assert.NotEqual(plan[2].Lane, plan[4].Lane);
    }

    [Fact]
    public void A_delayed_event_is_caused_by_its_sender()
    {
        var plan = PlanOf(
            static world =>
            {
                var link = world.Link(new LinkFaults { Delays = 1, MinDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(2) });
                var other = world.Loop("other").Create<Worker>("other", static x => x.Does = static _ => { });
                world.Loop("one").Create<Worker>("one", x => x.Does = number => link.Post(other, new EvDo(number))).Post(new EvDo(1));
            });
        Assert.Equal([PlannedStep.Unknown, 0, 1], plan.Select(static step => step.Cause));
    }

    private static List<PlannedStep> PlanOf(Action<World> setUp)
    {
        var log = new StepLog(new Repetition(new Choices([], [])));
        Assert.Null(new Explorer(setUp, new ExploreOptions()).RunOne(new ChoiceRecord(log), recorder: null).Failure);
        return log.Plan;
    }
}
