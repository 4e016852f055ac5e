namespace FsmKit.Testing.Tests.Systems.Commit;

/// <summary>Makes a coordinator, three participants and clients, each on a loop of its own.</summary>
internal static class CommitSystem
{
    public static void SetUp(World world, int clients, bool isHasty = false, bool sharesKey = true, bool refuses = false)
    {
        var coordinator = world.Loop("coordinator").Create<Coordinator>("coordinator", x => x.IsHasty = isHasty);
        coordinator.Participants = [.. Enumerable.Range(1, 3).Select(i => world.Loop($"participant{i}").Create<Participant>($"participant{i}", x => (x.Coordinator, x.RefusesToVote) = (coordinator, refuses ? world.Choose : null)))];
        for (var i = 1; i <= clients; i++)
        {
            var (name, value) = ($"client{i}", i);
            world.Loop(name, loop => loop.Create<Client>(name, x => (x.Coordinator, x.World, x.Value, x.Key) = (coordinator, world, value, sharesKey ? "x" : name)));
        }
    }
}
