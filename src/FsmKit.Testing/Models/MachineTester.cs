using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing.Models;

/// <summary>Runs the schedules of a test of one gclass: paths, then random events.</summary>
[RequiresUnreferencedCode(MachineTest.Trimming)]
[RequiresDynamicCode(MachineTest.Trimming)]
internal sealed class MachineTester<T>
    where T : GObj, IGClass, new()
{
    private const int PathLength = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);
    private readonly MachineTestOptions<T> _options;
    private readonly MachinePlan _plan;
    private readonly MachineWalk _walk;
    private readonly ChoiceRecord _choices;
    private readonly Explorer _explorer;
    private readonly Coverage _coverage;
    private readonly List<MachinePath> _paths = [];
    private Guide? _guide;
    private int _schedules;
    private long _steps;
    private TimeSpan _shrinking;
    private SimulationFailure? _failure;

    public MachineTester(MachineTestOptions<T> options)
    {
        (_options, _plan) = (options, new MachinePlan(typeof(T), MachineDescription.Of<T>(), options.Given, options.Never));
        (_walk, _coverage) = (new MachineWalk(options.Seed), options.Coverage ?? new Coverage());
        _choices = new ChoiceRecord(_walk);
        _explorer = new Explorer(SetUp, new ExploreOptions { MaxTime = Longest, FailOnRefusal = false, Coverage = _coverage, ShrinkBudget = options.ShrinkBudget, Strategy = Strategy.Random });
    }

    /// <summary>Walks the paths, then sends random events.</summary>
    public MachineTestResult Run()
    {
        var begun = Stopwatch.GetTimestamp();
        var finder = new PathFinder(_plan.Table, _options.Cover, PathLength);
        while (_options.Attempts > 0 && _failure is null && finder.Next() is { } path)
        {
            Walk(path, finder);
        }

        _walk.First = [];
        for (var left = _options.Sequences; left > 0 && _failure is null; left--)
        {
            RunOne(new ChanceGuide(_walk, _plan, _options.Length));
        }

        return new MachineTestResult
        {
            Schedules = _schedules,
            Steps = _steps,
            Elapsed = Stopwatch.GetElapsedTime(begun) - _shrinking,
            Paths = _paths,
            Unreached = _failure is null && _options.Attempts > 0 ? finder.Unreached : [],
            Coverage = _coverage.Of<T>(),
            Failure = _failure,
        };
    }

    /// <summary>Repeats the choices of a failure.</summary>
    public SimulationFailure? Replay(Choices choices) => Named(_explorer.Replay(choices));

    private static SimulationFailure? Named(SimulationFailure? failure) => failure is null ? null : failure with { Call = $"MachineTest.Replay<{typeof(T).Name}>(\"{{0}}\", options)" };

    private void SetUp(World world)
    {
        var driver = new Driver(world, _plan, _guide is null ? null : _walk, _guide, _options.FailOnUnansweredEvent);
        world.Watch(driver);
        var gobj = _options.Maker(world);
        foreach (var (name, holds) in _options.Invariants)
        {
            world.Always(name, () => holds(gobj));
        }

        driver.Begin(gobj, _options.Model?.Invoke(gobj));
    }

    /// <summary>
    /// Tries a path with different events again and again. Most tries begin with the choices of the one that came farthest.
    /// </summary>
    private void Walk(MachinePath path, PathFinder finder)
    {
        var (best, bestChoices, begins) = (-1, Array.Empty<int>(), new List<int>());
        for (var left = _options.Attempts; left > 0 && _failure is null; left--)
        {
            _walk.First = best <= 0 ? [] : _walk.Beside(4) switch
            {
                0 => [],
                1 => bestChoices[..begins[_walk.Beside(begins.Count)]],
                _ => bestChoices,
            };
            var guide = new PathGuide(_walk, _plan, path);
            RunOne(guide);
            if (guide.IsThrough)
            {
                _paths.Add(path);
                finder.Walked(path.Steps);
                return;
            }

            if (guide.Walked > best)
            {
                best = guide.Walked;
                begins = [.. Enumerable.Range(0, best + 1).Select(guide.ChoicesBefore)];
                bestChoices = [.. _walk.Taken.Take(begins[^1])];
            }
        }

        PathStep[] walked = [.. path.Steps.Take(best)];
        if (walked.Length > 0)
        {
            _paths.Add(new MachinePath(walked));
        }

        finder.Walked(walked);
        finder.Shut(walked, path.Steps[best]);
    }

    private void RunOne(Guide guide)
    {
        _guide = guide;
        var world = _explorer.Run(_choices);
        _guide = null;
        _schedules++;
        _steps += world.Steps;
        if (world.Failure is not null)
        {
            var begun = Stopwatch.GetTimestamp();
            _failure = Named(_explorer.ReportFailure(world, _choices, _schedules));
            _shrinking = Stopwatch.GetElapsedTime(begun);
        }
    }
}
