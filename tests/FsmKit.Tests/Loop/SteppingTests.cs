using Xunit;

namespace FsmKit.Tests;

/// <summary>Checks that a cycle in single steps does the same as a whole one, in the same order.</summary>
public sealed class SteppingTests
{
    [Fact]
    public void Steps_deliver_what_cycles_deliver_in_the_same_order()
    {
        var whole = Run(static loop => loop.RunOnce());
        var steps = Run(static loop => loop.Step());
        Assert.Equal(whole, steps);
        Assert.Equal(
            ["callback", "1 from nobody", "2 from nobody", "callback of 1", "3 from Stepper:a", "due 10", "due 20"], steps);
    }

    [Fact]
    public void A_step_delivers_one_thing()
    {
        var (seen, counts) = (new List<string>(), new List<int>());
        using var loop = SetUp(seen, new ManualTime(), out _);
        while (loop.Step())
        {
            counts.Add(seen.Count);
        }

        Assert.Equal(Enumerable.Range(1, seen.Count), counts);
        Assert.False(loop.HasStep);
    }

    [Fact]
    public void An_exception_of_one_is_logged_and_the_next_step_goes_on()
    {
        var seen = new List<string>();
        using var loop = SetUp(seen, new ManualTime(), out var stepper);
        stepper.Fails = 1;
        while (loop.Step())
        {
        }

        Assert.Contains("2 from nobody", seen);
    }

    private static List<string> Run(Func<GAplic, bool> step)
    {
        var (seen, time) = (new List<string>(), new ManualTime());
        using var loop = SetUp(seen, time, out _);
        for (var i = 0; i < 30; i++)
        {
            if (!step(loop) && i > 0)
            {
                time.Advance(TimeSpan.FromMilliseconds(5));
            }
        }

        return seen;
    }

    private static GAplic SetUp(List<string> seen, ManualTime time, out Stepper stepper)
    {
        var loop = new GAplic("loop", new GAplicOptions { Time = time });
        stepper = loop.Create<Stepper>("a", x => x.Seen = seen);
        stepper.Post(new EvStep(1));
        stepper.Post(new EvStep(2));
        loop.PostCallback(() => seen.Add("callback"));
        return loop;
    }
}

/// <summary>The events of <see cref="Stepper"/>.</summary>
public readonly record struct EvStep(int Number);

/// <summary>Notes its events, and posts on.</summary>
[GClass, Input<EvStep>]
public sealed partial class Stepper : GObj
{
    /// <summary>Notes of handled events.</summary>
    public List<string> Seen { get; set; } = [];

    /// <summary>The event whose action throws.</summary>
    public int Fails { get; set; }

    private enum State
    {
        [On<EvStep>(nameof(AcStep)), After(10, nameof(AcDue), Next = Waiting)]
        Beginning,

        [On<EvStep>(nameof(AcStep)), After(10, nameof(AcDueAgain), Next = Done)]
        Waiting,

        [Final]
        Done,
    }

    private void AcStep(GObj? source, in EvStep e)
    {
        if (e.Number == Fails)
        {
            throw new InvalidOperationException("fails");
        }

        Seen.Add($"{e.Number} from {source?.ToString() ?? "nobody"}");
        if (e.Number == 1)
        {
            Post(this, new EvStep(3));
            Gaplic.PostCallback(() => Seen.Add("callback of 1"));
        }
    }

    private void AcDue() => Seen.Add("due 10");

    private void AcDueAgain() => Seen.Add("due 20");
}
