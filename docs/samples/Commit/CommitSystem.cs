using FsmKit.Testing;

namespace CommitSample;

/// <summary>Sets up a coordinator that may crash, three participants, a network that loses and repeats, and the rules.</summary>
public static class CommitSystem
{
    private static readonly LinkFaults Faults = new() { Losses = 0.2, Repeats = 0.2, Most = 4 };

    /// <summary>Makes one world; <paramref name="isHasty"/> is the bug.</summary>
    public static void SetUp(World world, bool isHasty)
    {
        ArgumentNullException.ThrowIfNull(world);
        var link = world.Link(Faults);
        var participants = new List<Participant>();
        var node = world.Node("coordinator", node => node.Loop!.Create<Coordinator>("coordinator", x =>
        {
            (x.Participants, x.Link, x.IsHasty) = (participants, link, isHasty);
            x.Journal = node.Disk.Open("journal");
        }));
        for (var i = 0; i < 3; i++)
        {
            var (number, agrees) = (i, !world.Chance(0.1));
            participants.Add(world.Loop($"participant{i}").Create<Participant>($"participant{i}", x => (x.Number, x.Coordinator, x.Link, x.Agrees) = (number, node, link, agrees)));
        }

        node.MayCrash(within: TimeSpan.FromMilliseconds(400), downFor: TimeSpan.FromSeconds(1));
        world.Always("nobody commits what another one rolls back", () => !participants.Any(static x => x.HasCommitted) || !participants.Any(static x => x.HasRolledBack));
        world.Eventually("everybody has done what was decided", () => participants.All(static x => x.HasCommitted || x.HasRolledBack));
    }
}
