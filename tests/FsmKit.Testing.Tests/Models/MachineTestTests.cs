using DoorSample;
using VendingSample;

namespace FsmKit.Testing.Tests.Models;

/// <summary>Tests of one gclass by its table, by chance, and beside a model.</summary>
public sealed class MachineTestTests
{
    [Fact]
    public void The_door_does_what_its_model_says_and_all_rows_are_taken()
    {
        var result = MachineTest.Run(new MachineTestOptions<Door>().Compare(DoorModel.Start, DoorModel.Step, DoorModel.Agrees));
        Tell(result);
        Assert.Empty(result.Unreached);
        Assert.Single(result.Paths);
        result.Coverage.AssertRows();
        result.Coverage.AssertGuards();
    }

    [Fact]
    public void A_model_that_differs_is_found_and_shrunk_to_the_shortest_and_replays()
    {
        var options = new MachineTestOptions<Door>().Compare(DoorModel.Start, DoorModel.StepOfCarelessOne, DoorModel.Agrees);
        var failure = MachineTest.Find(options).Failure;
        Assert.NotNull(failure);
        Assert.Equal(FailureKind.Model, failure.Kind);
        Assert.Equal(["EvLock { Key = -1 }", "EvOpen { Key = 0 }"], failure.Trace.Steps.Select(static step => step.Data));
        Assert.Equal("After EvOpen { Key = 0 } the model says DoorModel { State = Opened, Key = -1 }, and Door:it is in Locked.", failure.Message);
        Assert.Contains("To replay it: MachineTest.Replay<Door>(\"1:/3.1.0.1\", options)", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(failure.Message, MachineTest.Replay(failure.Choices, options)?.Message);
        Assert.Null(MachineTest.Replay<Door>(failure.Choices));
    }

    [Fact]
    public void The_same_seed_does_the_same_and_another_one_something_else()
    {
        Assert.Equal(Table(1), Table(1));
        Assert.NotEqual(Table(1), Table(2));

        static string Table(ulong seed) => $"{MachineTest.Run(new MachineTestOptions<Washer> { Seed = seed, Sequences = 50 }).Coverage}";
    }

    [Fact]
    public void Composites_history_timeouts_deferred_events_and_rows_without_an_event_are_walked()
    {
        var result = MachineTest.Run(new MachineTestOptions<Washer> { Cover = PathCover.RowsInStates }.Always("no more fits than eight kilograms", static washer => washer.Kilograms is >= 0 and <= 8));
        Tell(result);
        result.Coverage.AssertStates();
        result.Coverage.AssertRows();
        result.Coverage.AssertGuards();
    }

    [Fact]
    public void Paths_alone_take_all_rows_with_a_few_attempts_each()
    {
        var result = MachineTest.Run(new MachineTestOptions<Washer> { Sequences = 0 });
        Assert.Empty(result.Unreached);
        Assert.True(result.Schedules < 1_000, $"{result.Schedules}");
        result.Coverage.AssertRows();
    }

    [Fact]
    public void The_timer_that_is_shipped_is_tested_by_time()
    {
        var result = MachineTest.Run(new MachineTestOptions<GTimer>());
        Tell(result);
        Assert.Equal(["Idle: EvDue: ignored", "Running: EvDue: ignored"], result.Coverage.Rows.Missing);
    }

    [Fact]
    public void The_vending_machine_keeps_its_money()
    {
        var options = new MachineTestOptions<VendingMachine>()
            .Create(static world => world.Loop("shop").Create<VendingMachine>("machine", machine => machine.FetchPrice = (_, _) => world.Choose(4) switch
            {
                0 => Task.FromResult(50),
                1 => Task.FromResult(150),
                2 => Task.FromException<int>(new HttpRequestException("no answer")),
                _ => new TaskCompletionSource<int>().Task,
            }))
            .Generate(static dice => new EvCoin(dice.Choose(10, 50, 100, 200)))
            .Without<EvPriced>().Without<EvNotPriced>().Without<EvTurned>()
            .Always("there is no debt", static machine => machine.Credit >= 0);
        var result = MachineTest.Run(options);
        Tell(result);
        Assert.Empty(result.Unreached);
        result.Coverage.AssertStates();
        result.Coverage.AssertRows();
    }

    [Fact]
    public void Work_of_a_state_that_takes_its_time_is_simulated()
    {
        var options = new MachineTestOptions<VendingMachine> { Sequences = 200 }
            .Create(static world => world.Loop("shop").Create<VendingMachine>("machine", machine => machine.FetchPrice = async (_, cancellation) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(world.Choose(1, 4, 9)), world.Time, cancellation);
                return world.Choose(50, 150, -1) is > 0 and var price ? price : throw new HttpRequestException("no answer");
            }))
            .Generate(static dice => new EvCoin(dice.Choose(10, 50, 100, 200)))
            .Without<EvPriced>().Without<EvNotPriced>().Without<EvTurned>();
        var result = MachineTest.Run(options);
        Tell(result);
        Assert.Empty(result.Unreached);
        result.Coverage.AssertRows();
    }

    [Fact]
    public void A_model_gets_the_time_that_goes_by()
    {
        MachineTest.Run(new MachineTestOptions<Motor>().Compare(TimeSpan.Zero, static (left, e) => MotorModel.Step(left, e, TimeSpan.FromSeconds(1)), MotorModel.Agrees)).Coverage.AssertRows();
        var failure = MachineTest.Find(new MachineTestOptions<Motor>().Compare(TimeSpan.Zero, static (left, e) => MotorModel.Step(left, e, TimeSpan.FromSeconds(2)), MotorModel.Agrees)).Failure;
        Assert.Equal("After waiting 00:00:01 the model says 00:00:01, and Motor:it is in Still.", failure?.Message);
        Assert.Equal(["EvTurn", "After(TurnTime)"], failure!.Trace.Steps.Select(static step => step.Event));
    }

    [Fact]
    public void Pairs_of_rows_are_walked_on_a_gobj()
    {
        var result = MachineTest.Run(new MachineTestOptions<Washer> { Cover = PathCover.RowPairs, Sequences = 0 });
        Tell(result);
        Assert.Equal(
            [
                "Empty: EvButton [IsLoaded] -> Cold after Through: Done / AcCount -> Empty",
                "Warm: Always [IsLight] -> Through after Open: EvButton -> Warm",
                "Warm: Always [IsLight] -> Through after Open: Idle(5000) -> Warm",
            ],
            result.Unreached);
        Assert.Equal(43, result.Paths.SelectMany(static path => path.Steps.Zip(path.Steps.Skip(1), static (one, other) => (one.Row, other.Row))).Distinct().Count());
    }

    [Fact]
    public void A_refusal_of_a_child_fails_where_that_is_wanted_and_a_set_up_that_throws_always()
    {
        var failure = MachineTest.Find(new MachineTestOptions<Keeper> { FailOnUnansweredEvent = true }).Failure;
        Assert.Equal((FailureKind.Refused, "Padlock:padlock refused EvDial in Shut: no guard held, and the table does not say that it refuses."), (failure?.Kind, failure?.Message));
        var thrown = MachineTest.Find(new MachineTestOptions<Keeper>().Create(static _ => throw new InvalidOperationException("broken"))).Failure;
        Assert.Equal((FailureKind.SetUp, 1), (thrown?.Kind, thrown?.Schedule));
    }

    [Fact]
    public void A_guard_that_no_event_satisfies_is_told()
    {
        var result = MachineTest.Run(new MachineTestOptions<Safe>());
        Assert.Equal(["Shut: EvDial [IsRight] -> Open", "Open: EvDial: ignored", "Open: EvButton -> Shut"], result.Unreached);
        Assert.Equal(["Open"], result.Coverage.States.Missing);
        Assert.Throws<CoverageException>(() => result.Coverage.AssertRows());

        var again = MachineTest.Run(new MachineTestOptions<Safe>().Generate(static dice => new EvDial(dice.Choose(1, 271_828_183))));
        Assert.Empty(again.Unreached);
        again.Coverage.AssertRows();
    }

    [Fact]
    public void A_second_gclass_can_be_the_model()
    {
        MachineTest.Run(new MachineTestOptions<Washer>().CompareWith<Washer>(static (twin, washer) => twin.StateName == washer.StateName && twin.Washed == washer.Washed));
        var failure = MachineTest.Find(new MachineTestOptions<Safe>().Generate(static dice => new EvDial(dice.Choose(1, 271_828_183))).CompareWith<OpenSafe>(static (twin, safe) => twin.StateName == safe.StateName)).Failure;
        Assert.Equal("After EvDial { Number = 1 } the model says OpenSafe:model is in Open, and Safe:it is in Shut.", failure?.Message);
        Assert.Equal(["test.it", "test.model"], failure!.Trace.Steps.Select(static step => step.Target));
    }

    [Fact]
    public void A_refusal_that_the_table_does_not_name_fails_where_that_is_wanted()
    {
        MachineTest.Run(new MachineTestOptions<Motor> { FailOnUnansweredEvent = true });
        var failure = MachineTest.Find(new MachineTestOptions<Door> { FailOnUnansweredEvent = true }).Failure;
        Assert.Equal((FailureKind.Refused, "Door:it refused EvOpen in Locked: no guard held, and the table does not say that it refuses."), (failure?.Kind, failure?.Message));
        Assert.Equal(["EvLock { Key = -1 }", "EvOpen { Key = 0 }"], failure!.Trace.Steps.Select(static step => step.Data));
    }

    [Fact]
    public void An_invariant_and_an_exception_fail_it()
    {
        var broken = MachineTest.Find(new MachineTestOptions<Washer>().Always("it washes once", static washer => washer.Washed < 2)).Failure;
        Assert.Equal((FailureKind.Invariant, "It does not hold that it washes once."), (broken?.Kind, broken?.Message));
        Assert.Equal(6, broken!.Trace.Steps.Count(static step => step.Outcome != Outcome.Deferred));

        var thrown = MachineTest.Find(new MachineTestOptions<Caller>().Generate<Action>(static _ => static () => throw new InvalidOperationException("broken"))).Failure;
        Assert.Equal(FailureKind.Fault, thrown?.Kind);
        Assert.Single(thrown!.Trace.Steps);
    }

    private static void Tell(MachineTestResult result) => TestContext.Current.SendDiagnosticMessage(
        $"{result.Schedules} schedules, {result.Steps} steps in {result.Elapsed.TotalMilliseconds} ms; not reached: {string.Join(", ", result.Unreached)}\n{result.Coverage}");
}
