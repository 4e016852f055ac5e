using System.Reflection;
using FsmKit.Testing.Restoring;
using FsmKit.Testing.Tests.Systems.Small;
using FsmKit.Testing.Tests.Systems.States;

namespace FsmKit.Testing.Tests;

/// <summary>A search that sets worlds back finds exactly the states and failures of a search that makes each world anew.</summary>
public sealed class SettingBackTests
{
    private static readonly ExploreOptions States = new() { Strategy = Strategy.States, Schedules = 4_000, ShrinkBudget = 100 };

    [ThreadStatic]
    private static int _done;

    public static TheoryData<string> Names => [.. SearchedSystem.All.Keys];

    private static (Exploration Found, HashSet<ulong> States) Search(Action<World> setUp, ExploreOptions options)
    {
        var states = new HashSet<ulong>();
        void Keep(ulong state)
        {
            lock (states)
            {
                states.Add(state);
            }
        }

        return (Explore.Find(setUp, options with { StateMet = Keep }), states);
    }

    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(Names))]
    public void The_states_and_the_failure_are_those_of_worlds_that_are_made_anew(string name)
    {
        var (setUp, options) = SearchedSystem.All[name];
        options = options with { Strategy = Strategy.States, Schedules = States.Schedules, ShrinkBudget = States.ShrinkBudget };
        var (anew, anewStates) = Search(setUp, options with { SettingBack = SettingBack.Never });
        var (back, backStates) = Search(setUp, options with { SettingBack = SettingBack.Checked });
        Assert.Null(back.NewWorldsReason);
        Assert.NotNull(anew.NewWorldsReason);
        Assert.Equal((anew.States, anew.Schedules, anew.Steps, anew.CutOff, anew.IsComplete), (back.States, back.Schedules, back.Steps, back.CutOff, back.IsComplete));
        Assert.Equal((anew.Failure?.Message, anew.Failure?.Choices), (back.Failure?.Message, back.Failure?.Choices));
        Assert.Equal(anew.Failure?.Trace.ToString(), back.Failure?.Trace.ToString());
        Assert.True(anewStates.SetEquals(backStates));
        Assert.Equal(anew.Failure?.Message, anew.Failure is { } failure ? Explore.Replay(failure.Choices, setUp, options)?.Message : null);
        var unchecked_ = Explore.Find(setUp, options);
        Assert.Equal((back.States, back.Schedules, back.Failure?.Choices), (unchecked_.States, unchecked_.Schedules, unchecked_.Failure?.Choices));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fields_that_are_read_by_reflection_tell_the_same_states_apart(string name)
    {
        var (setUp, options) = SearchedSystem.All[name];
        options = options with { Strategy = Strategy.States, Schedules = 500, ShrinkBudget = 0 };
        var (compiled, plain) = (Explore.Find(setUp, options), Explore.Find(setUp, options with { HasPlainFingerprints = true }));
        Assert.Equal((compiled.States, compiled.Schedules, compiled.Failure?.Choices), (plain.States, plain.Schedules, plain.Failure?.Choices));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Several_workers_meet_the_states_that_one_meets(int workers)
    {
        var (setUp, _) = SearchedSystem.All["Peterson"];
        var options = States with { Schedules = 100_000, SettingBack = SettingBack.Checked };
        var (one, ofOne) = Search(setUp, options);
        var (several, ofSeveral) = Search(setUp, options with { Workers = workers });
        Assert.Equal((true, one.States), (several.IsComplete, several.States));
        Assert.True(ofOne.SetEquals(ofSeveral));
    }

    [Fact]
    public void Several_workers_find_the_failure_that_there_is()
    {
        var (setUp, _) = SearchedSystem.All["hasty commit"];
        var failure = Explore.Find(setUp, States with { Schedules = 100_000, Workers = 2 }).Failure!;
        Assert.Equal(failure.Message, Explore.Replay(failure.Choices, setUp)!.Message);
    }

    [Fact]
    public void A_schedule_of_more_states_than_are_kept_is_gone_through()
    {
        static void SetUp(World world)
        {
            var one = world.Loop("one").Create<Worker>("one");
            one.Does = left => { if (left > 0) { one.Post(new EvDo(left - 1)); } };
            one.Post(new EvDo(2_999));
            world.Loop("other").Create<Worker>().Post(new EvGo());
        }

        var found = Explore.Run(SetUp, States with { SettingBack = SettingBack.Checked, Schedules = 100_000 });
        Assert.Equal((6_002, true, null), (found.States, found.IsComplete, found.NewWorldsReason));
    }

    [Fact]
    public void A_step_of_a_loop_whose_part_was_in_the_same_state_is_not_run_again()
    {
        const int Loops = 4;
        const int Each = 3;
        static void SetUp(World world)
        {
            for (var i = 0; i < Loops; i++)
            {
                var worker = world.Loop($"{i}").Create<Worker>(configure: static x => x.Does = static _ => _done++);
                for (var number = 0; number < Each; number++)
                {
                    worker.Post(new EvDo(number));
                }
            }
        }

        _done = 0;
        var found = Explore.Run(SetUp, States);
        var done = _done;
        Assert.Equal((256, true, null), (found.States, found.IsComplete, found.NewWorldsReason));
        Assert.InRange(done, Loops * Each, Loops * Each * 8);
        _done = 0;
        Explore.Run(SetUp, States with { SettingBack = SettingBack.Never });
        Assert.InRange(_done, 700, int.MaxValue);
    }

    [Fact]
    public void The_fields_that_are_left_out_are_there() =>
        Assert.All(KeptFields.LeftOut, static one => Assert.NotNull(one.Type.GetField(one.Field, BindingFlags.Instance | BindingFlags.NonPublic)));
}
