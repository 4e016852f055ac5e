using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Worlds;

/// <summary>Runs a share of the schedules of an exploration in one thread: of several workers, each takes every so manieth one.</summary>
internal sealed class Worker
{
    private readonly Explorer _explorer;
    private readonly Search _search;
    private readonly Chooser _chooser;
    private readonly Strategy _strategy;
    private readonly int _number;
    private readonly int _workers;
    private bool _isOver;
    private bool _isShortened;

    /// <param name="explorer">Runs a schedule.</param>
    /// <param name="options">How the schedules are chosen.</param>
    /// <param name="search">What the workers share.</param>
    /// <param name="number">From 0. Each worker has a seed of its own, the first one that of the options.</param>
    public Worker(Explorer explorer, ExploreOptions options, Search search, int number)
    {
        (_explorer, _search, _number, _strategy) = (explorer, search, number, options.Strategy);
        _workers = WorkersOf(options);
        _chooser = Choosers.Make(options, Dice.Derive(options.Seed, number));
        Choices = new ChoiceRecord(_chooser);
    }

    /// <summary>What was chosen in the schedule that this worker had last.</summary>
    public ChoiceRecord Choices { get; }

    /// <summary>The number of that schedule, from 1.</summary>
    public int Schedule { get; private set; }

    /// <summary>What chose it.</summary>
    public Strategy Strategy => _chooser is Portfolio portfolio ? portfolio.Current : _strategy;

    /// <summary>The world that failed; null when none did.</summary>
    public World? Failed { get; private set; }

    public int Schedules { get; private set; }

    public long Steps { get; private set; }

    public int CutOff { get; private set; }

    /// <summary>Whether every way was taken to its end.</summary>
    public bool IsComplete => _isOver && !_isShortened;

    /// <summary>How many states it has met.</summary>
    public int States => _chooser.States;

    /// <summary>How many workers an exploration has: one that takes every way takes them in one order, and coverage is counted in one thread.</summary>
    public static int WorkersOf(ExploreOptions options) => options.Strategy is Strategy.Exhaustive or Strategy.States || options.Coverage is not null ? 1 : options.Workers;

    /// <summary>Runs all of them to their end, the first one in this thread.</summary>
    public static void RunAll(Worker[] workers)
    {
        var others = workers.Skip(1).Select(static worker => new Thread(worker.Run) { IsBackground = true, Name = $"FsmKit explorer {worker._number}" }).ToList();
        others.ForEach(static thread => thread.Start());
        workers[0].Run();
        others.ForEach(static thread => thread.Join());
    }

    private void Run()
    {
        for (var next = _number + 1; Failed is null && !_isOver && _search.Wants(next); next += _workers)
        {
            Schedule = next;
            var world = _explorer.RunOne(Choices, recorder: null);
            Schedules++;
            Steps += world.Steps;
            CutOff += world.IsCutOff ? 1 : 0;
            _isShortened |= world.IsShortened;
            _isOver = !_chooser.End();
            _search.Count(world.Steps, tells: _number == 0);
            if (world.Failure is not null)
            {
                Failed = world;
                _search.Fail(next);
            }
        }
    }
}
