using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Description of a gobj at run time.</content>
public abstract partial class GObj
{
    /// <summary>Counters of the gobj, each with its name, for <see cref="Describe"/>. Default: none.</summary>
    protected internal virtual IEnumerable<StatisticValue> Statistics => [];

    /// <summary>Composites that have been left and whose last state a history remembers, in source order.</summary>
    internal IEnumerable<HistoryDescription> Remembered => Enumerable.Range(0, Machine.States.Count)
        .Where(state => FsmLeftIn(state) > 0)
        .Select(state => new HistoryDescription(Machine.States[state].Name, Machine.StateName(FsmLeftIn(state) - 1)));

    /// <summary>
    /// Describes the gobj at this moment: state, history, timeouts, events that are not handled yet, permitted events, subscriptions,
    /// parameters. The call evaluates the guards that do not take the event, and changes nothing. While the loop runs, only its thread may
    /// call.
    /// </summary>
    /// <param name="recursive">Whether to describe the children too, and their children.</param>
    /// <exception cref="GObjException">The loop runs in another thread; or the tree is deeper than the stack allows.</exception>
    public GObjDescription Describe(bool recursive = false)
    {
        RequireLoopThread();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new GObjException($"The tree is too deep to describe {this} and what is below it at once. Describe parts of it.");
        }

        var state = Gate & MachineGate.State;
        var leaf = state < Machine.Leaves.Count ? Machine.Leaves[state] : -1;
        return new GObjDescription
        {
            Machine = Machine,
            Name = Name,
            Path = Path,
            FullName = FullName,
            IsUnique = IsUnique,
            IsDestroyed = IsDestroyed,
            IsFinished = IsFinished,
            StateName = StateName,
            States = [.. Machine.PathOf(leaf).Select(index => Machine.States[index].Name)],
            History = [.. Remembered],
            Timeouts = DescribeTimeouts(leaf),
            Invocations = [.. Invocations.Select(static work => work.Work.Length > 0 ? work.Work : work.Event)],
            Waiting = [.. FsmQueues.SelectMany(static queue => queue?.Order ?? []).Select(input => Machine.Inputs[input].Name)],
            Permitted = IsDestroyed || IsFinished || leaf < 0 ? [] : [.. Permissions.Of(this, leaf)],
            Subscribers = [.. AllSubscribers().Select(static subscription => subscription.Describe())],
            Subscriptions = [.. AllSubscribings().Select(static subscription => subscription.Describe())],
            Parameters = [.. Machine.Parameters.Concat(CommonParameters.All).Select(parameter => new ParameterValue(parameter.Name, TextOf(parameter)))],
            Statistics = [.. Statistics],
            ChildCount = ChildCount,
            Children = recursive ? [.. Children.Select(static child => child.Describe(recursive: true))] : [],
        };
    }

    /// <summary>Evaluates a guard as <see cref="FsmAsk"/> does. An exception of the guard is logged and counts as false.</summary>
    internal bool? Ask(int row)
    {
        try
        {
            return FsmAsk(row);
        }
        catch (Exception x)
        {
            return GuardFault(Machine.Rows[row].Guard ?? "", x);
        }
    }

    /// <summary>
    /// Evaluates the guard of a row. Returns null if the guard needs the event or the row has no guard. Implemented by the generator.
    /// </summary>
    /// <param name="row">Index of the row in <see cref="MachineDescription.Rows"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual bool? FsmAsk(int row) => null;

    private List<TimeoutDescription> DescribeTimeouts(int leaf)
    {
        var running = new List<(LoopTimer Timer, TimeSpan Left)>();
        for (var timer = _timers; timer is not null; timer = timer.NextOfOwner)
        {
            if (timer.Left is { } left)
            {
                running.Add((timer, left));
            }
        }

        // The timers of states are numbered from the outermost state inwards.
        var rows = Machine.PathOf(leaf).SelectMany(Machine.TimeoutsOf).ToList();
        return [.. running.OrderBy(static one => one.Left).ThenBy(static one => one.Timer.Turn).Select(one =>
            one.Timer.Number >= 0 && one.Timer.Number < rows.Count
                ? new TimeoutDescription(rows[one.Timer.Number].Event, Machine.States[rows[one.Timer.Number].State].Name, one.Left)
                : new TimeoutDescription(one.Timer.Named?.Event ?? nameof(LoopTimer), null, one.Left))];
    }

    private string? TextOf(ParameterDescription parameter)
    {
        try
        {
            return parameter.Read(this);
        }
        catch (Exception x)
        {
            // The accessor is application code.
            return $"(threw {x.GetType().Name})";
        }
    }
}
