using System.Runtime.ExceptionServices;
using FsmKit.Testing.Choosing;
using FsmKit.Testing.Restoring;

namespace FsmKit.Testing.Worlds;

/// <summary>Runs a share of the schedules of an exploration on one thread. Of n workers, each takes every n-th schedule.</summary>
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
    /// <param name="setUp">Sets up a world.</param>
    /// <param name="options">The options of the exploration.</param>
    /// <param name="search">The state that the workers share.</param>
    /// <param name="number">Number of the worker, from 0. Each worker has its own seed; the first one has that of the options.</param>
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

    /// <summary>Choices of the last schedule of this worker.</summary>
    public ChoiceRecord Choices { get; }

    /// <summary>Number of that schedule, from 1.</summary>
    public int Schedule { get; private set; }

    /// <summary>Strategy that chose that schedule.</summary>
    public Strategy Strategy => _chooser is Portfolio portfolio ? portfolio.Current : _strategy;

    /// <summary>The world that failed; null without a failure.</summary>
    public World? Failed { get; private set; }

    public int Schedules { get; private set; }

    public long Steps { get; private set; }

    public int CutOff { get; private set; }

    /// <summary>True when all schedules of this worker ran to their end.</summary>
    public bool IsComplete => _isOver && !_isShortened;

    /// <summary>The reason why each schedule had a new world; null when worlds were set back, and with other strategies.</summary>
    public string? NewWorldsReason => _backtracker?.WhyNot;

    /// <summary>
    /// Returns the number of workers of an exploration. <see cref="Strategy.Exhaustive"/> has one order of schedules, and coverage is
    /// counted on one thread, so both have one.
    /// </summary>
    public static int WorkersOf(ExploreOptions options) => options.Strategy == Strategy.Exhaustive || options.Coverage is not null ? 1 : options.Workers;

    /// <summary>Runs all workers to their end, the first one on this thread.</summary>
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
                _fault = ExceptionDispatchInfo.Capture(x); // The calling thread rethrows it.
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

    /// <summary>Explores the ways of this worker. A worker without ways takes some of another one.</summary>
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
