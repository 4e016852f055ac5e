using System.Diagnostics;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Shrinking;
using FsmKit.Testing.Tracing;

namespace FsmKit.Testing.Worlds;

/// <summary>Runs schedules of one system.</summary>
internal sealed partial class Explorer(Action<World> setUp, ExploreOptions options)
{
    /// <summary>Runs schedules until one fails or the budget is used up.</summary>
    public Exploration Explore()
    {
        var begun = Stopwatch.GetTimestamp();
        var search = new Search(options, begun);
        var workers = Enumerable.Range(0, Worker.WorkersOf(options)).Select(number => new Worker(this, setUp, options, search, number)).ToArray();
        Worker.RunAll(workers);
        var elapsed = Stopwatch.GetElapsedTime(begun);
        var failing = workers.Where(static worker => worker.Failed is not null).MinBy(static worker => worker.Schedule);
        var failure = failing is null ? null : Report(failing.Failed!, failing.Choices, failing.Schedule, failing.Strategy);
        if (options.FailureFile is { } file)
        {
            failure?.Save(file);
        }

        return new Exploration
        {
            Schedules = workers.Sum(static worker => worker.Schedules),
            Steps = workers.Sum(static worker => worker.Steps),
            States = search.Seen.Count,
            NewWorldsReason = workers.Select(static worker => worker.NewWorldsReason).FirstOrDefault(static why => why is not null),
            CutOff = workers.Sum(static worker => worker.CutOff),
            IsComplete = workers.All(static worker => worker.IsComplete) && failure is null,
            Elapsed = elapsed,
            Failure = failure,
        };
    }

    /// <summary>Repeats choices and returns the failure; null without one.</summary>
    public SimulationFailure? Replay(Choices choices)
    {
        var (world, _, recorder) = Repeat(choices, isTraced: true);
        return world.Failure is { } failed
            ? new SimulationFailure(failed.Kind, failed.Message, ChoiceText.Write(choices), recorder!.Trace, Schedule: 1, options.Strategy) { Exception = failed.Exception }
            : null;
    }

    /// <summary>Runs one schedule and keeps its trace.</summary>
    public Trace RunTraced()
    {
        var recorder = new RowRecorder();
        var choices = new ChoiceRecord(Choosers.Make(options, options.Seed));
        var world = RunOne(choices, recorder);
        return world.Failure is null ? recorder.Trace : throw new SimulationException(Report(world, choices, schedule: 1, options.Strategy));
    }

    /// <summary>Runs one schedule in a world of its own.</summary>
    public World RunOne(ChoiceRecord choices, RowRecorder? recorder) => RunOne(choices, recorder, options);

    private World RunOne(ChoiceRecord choices, RowRecorder? recorder, ExploreOptions bounds)
    {
        choices.Begin();
        var world = new World(bounds, choices, recorder);
        try
        {
            setUp(world);
        }
        catch (Exception x)
        {
            world.Fail(FailureKind.SetUp, $"The set-up of the world threw {x.GetType().Name}: {x.Message}", x);
        }

        world.Run();
        return Finish(world);
    }

    /// <summary>Continues a schedule in a world that was set back.</summary>
    public static World GoOn(World world)
    {
        world.GoOn(isSetBack: true);
        return Finish(world);
    }

    private static World Finish(World world)
    {
        // A world in a known state may be set back as it is.
        if (!world.IsKnown || !world.Choices.SetsBack)
        {
            world.End();
        }

        return world;
    }

    private (World World, ChoiceRecord Choices, RowRecorder? Recorder) Repeat(Choices taken, bool isTraced)
    {
        var recorder = isTraced ? new RowRecorder() : null;
        var choices = new ChoiceRecord(new Repetition(taken));
        return (RunOne(choices, recorder), choices, recorder);
    }

    /// <summary>Repeats a failure to see that it fails again, shrinks it and records its trace.</summary>
    private SimulationFailure Report(World world, ChoiceRecord choices, int schedule, Strategy strategy)
    {
        var (kind, message, _) = world.Failure!.Value;
        if (kind == FailureKind.NotDeterministic)
        {
            return Unrepeatable(message, choices, schedule, strategy);
        }

        var (again, repeated, _) = Repeat(choices.Taken, isTraced: false);
        if (again.Failure?.Message != message || !repeated.Counts.SequenceEqual(choices.Counts))
        {
            return Unrepeatable(NotDeterministic(message, again.Failure?.Message, choices, repeated), choices, schedule, strategy);
        }

        ScheduleLength? TryOut(ChoiceRecord candidate, int most)
        {
            var tried = RunOne(candidate, recorder: null, options.FairSteps > 0 ? options : options with { MaxSteps = most });
            return tried.Failure is { } failed && failed.Kind == kind && (kind == FailureKind.Model || IsLike(failed.Message, message)) ? tried.Length : null;
        }

        var shrunk = new ShorterFailure(TryOut, options).Shrink(choices.Taken, world.Length);
        return Replay(shrunk)! with { Schedule = schedule, Strategy = strategy };
    }

    private SimulationFailure Unrepeatable(string message, ChoiceRecord choices, int schedule, Strategy strategy) =>
        new(FailureKind.NotDeterministic, message, ChoiceText.Write(choices.Taken), Repeat(choices.Taken, isTraced: true).Recorder!.Trace, schedule, strategy);

    private static string NotDeterministic(string message, string? again, ChoiceRecord first, ChoiceRecord second)
    {
        var same = first.Counts.Zip(second.Counts).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"The system is not deterministic: the same choices led to '{message}' and, the second time, to {(again is null ? "no failure" : $"'{again}'")}. "
            + (same == first.Counts.Count && same == second.Counts.Count ? "Each choice was among as many ways as before. " : $"After choice {same} of {first.Counts.Count} the ways were others. ")
            + "Look for static variables, Random, Guid, DateTime.Now, Task.Run, threads and the order of hashes: take World.Choose, World.Time and the loop instead.";
    }

    /// <summary>Compares two messages without their numbers, which differ on a shorter schedule.</summary>
    private static bool IsLike(string one, string other) => WithoutNumbers(one) == WithoutNumbers(other);

    private static string WithoutNumbers(string text) => string.Concat(text.Where(static c => !char.IsAsciiDigit(c)));
}
