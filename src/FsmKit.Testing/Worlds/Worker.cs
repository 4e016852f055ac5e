using System.Runtime.ExceptionServices;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Restoring;

namespace FsmKit.Testing.Worlds;

/// <summary>Runs a share of the schedules of an exploration in one thread: of several workers, each takes every so manieth one.</summary>
internal sealed class Worker
{
    private readonly Explorer _explorer;
    private readonly Search _search;
    private readonly Chooser _chooser;
    private readonly Backtracker? _backtracker;
    private readonly Strategy _strategy;
    private readonly int _number;
    private readonly int _workers;
    private bool _isOver;
    private bool _isShortened;
    private ExceptionDispatchInfo? _fault;

    /// <param name="explorer">Runs a schedule.</param>
    /// <param name="setUp">Makes a world.</param>
    /// <param name="options">How the schedules are chosen.</param>
    /// <param name="search">What the workers share.</param>
    /// <param name="number">From 0. Each worker has a seed of its own, the first one that of the options.</param>
    public Worker(Explorer explorer, Action<World> setUp, ExploreOptions options, Search search, int number)
    {
        (_explorer, _search, _number, _strategy) = (explorer, search, number, options.Strategy);
        _workers = WorkersOf(options);
        if (options.Strategy == Strategy.States)
        {
            _backtracker = new Backtracker(setUp, options);
            _chooser = new EveryState(search.Seen, _backtracker, options.StateMet);
        }
        else
        {
            _chooser = Choosers.Make(options, Dice.Derive(options.Seed, number));
        }

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

    /// <summary>Why each schedule had a new world; null when worlds were set back, or the strategy is none that does so.</summary>
    public string? WhyMadeAnew => _backtracker?.WhyNot;

    /// <summary>How many workers an exploration has: one that takes every way takes them in one order, and coverage is counted in one thread.</summary>
    public static int WorkersOf(ExploreOptions options) => options.Strategy == Strategy.Exhaustive || options.Coverage is not null ? 1 : options.Workers;

    /// <summary>Runs all of them to their end, the first one in this thread.</summary>
    public static void RunAll(Worker[] workers)
    {
        var others = workers.Skip(1).Select(static worker => new Thread(worker.Run) { IsBackground = true, Name = $"FsmKit explorer {worker._number}" }).ToList();
        others.ForEach(static thread => thread.Start());
        workers[0].Run();
        others.ForEach(static thread => thread.Join());
        workers.Select(static worker => worker._fault).FirstOrDefault(static fault => fault is not null)?.Throw();
    }

    private void Run()
    {
        if (_chooser is EveryState states)
        {
            try
            {
                RunStates(states);
            }
            catch (Exception x)
            {
                _fault = ExceptionDispatchInfo.Capture(x); // The thread that called throws it.
            }
            finally
            {
                _search.Shared.End();
            }

            return;
        }

        for (var next = _number + 1; Failed is null && !_isOver && _search.Wants(next); next += _workers)
        {
            Note(next, _explorer.RunOne(Choices, recorder: null));
            _isOver = !_chooser.End();
        }
    }

    /// <summary>Each worker has ways of its own; one that has none left takes some of another one.</summary>
    private void RunStates(EveryState states)
    {
        for (var hasWays = _number == 0 || TakeWays(states); hasWays && Failed is null; hasWays = states.End() || TakeWays(states))
        {
            var next = _search.Next();
            if (!_search.Wants(next))
            {
                _isShortened = true;
                break;
            }

            Note(next, states.SetBack() is { } back ? Explorer.GoOn(back) : _explorer.RunOne(Choices, recorder: null));
            if (_search.Shared.IsWanted && states.Split() is { } some)
            {
                _search.Shared.Put(some);
            }
        }

        _isOver = true;
    }

    private bool TakeWays(EveryState states)
    {
        if (_search.Shared.Take() is not { } ways)
        {
            return false;
        }

        states.Take(ways);
        return true;
    }

    private void Note(int schedule, World world)
    {
        Schedule = schedule;
        Schedules++;
        Steps += world.Steps;
        CutOff += world.IsCutOff ? 1 : 0;
        _isShortened |= world.IsShortened;
        _search.Count(world.Steps, tells: _number == 0);
        if (world.Failure is not null)
        {
            Failed = world;
            _search.Fail(schedule);
        }
    }
}
