using FsmKit.Testing.Tests.Systems.Peterson;

namespace FsmKit.Testing.Tests;

/// <summary>Peterson's mutual exclusion of two processes, over a memory that serves one access after the other.</summary>
public sealed class PetersonTests
{
    private static void SetUp(World world, Action<Process>? configure = null, int looks = 3)
    {
        var memory = world.Loop("memory").Create<Memory>("memory");
        Process[] both = [.. Enumerable.Range(0, 2).Select(i => world.Loop($"process{i}").Create<Process>($"process{i}", x =>
        {
            (x.Memory, x.Number, x.Looks) = (memory, i, looks);
            configure?.Invoke(x);
        }))];
        world.Always("at most one process takes itself to be alone", () => !both.All(static x => x.IsAlone));
    }

    [Fact]
    public void A_turn_that_is_written_before_the_flag_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => SetUp(world, x => x.WritesTurnFirst = true));

    [Fact]
    public void A_turn_that_is_given_to_oneself_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => SetUp(world, x => x.IsSelfish = true));

    [Fact]
    public void The_correct_processes_survive() => Found.NothingByChance(world => SetUp(world));

    [Fact]
    public void Every_way_of_one_look_is_right() => Found.NothingInAnyWay(world => SetUp(world, looks: 1));
}
