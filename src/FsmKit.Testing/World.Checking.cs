using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <content>Conditions that a simulated run must satisfy.</content>
public sealed partial class World
{
    private readonly List<(string Name, Func<bool> Holds)> _always = [];
    private readonly List<(string Name, Func<bool> Holds)> _eventually = [];

    /// <summary>The failure; null without one.</summary>
    internal (FailureKind Kind, string Message, Exception? Exception)? Failure { get; private set; }

    /// <summary>
    /// Checks a condition after each step of a simulated run (<see cref="Exploration.Steps"/>); the run fails when it does not hold.
    /// </summary>
    /// <param name="name">The condition in words, for the message of a failure.</param>
    /// <param name="holds">Returns whether the condition holds. It must change nothing.</param>
    public void Always(string name, Func<bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        _always.Add((name, holds));
    }

    /// <summary>
    /// Checks a condition when nothing can happen any more; the simulated run fails when it does not hold then. Not checked in a run that
    /// <see cref="ExploreOptions.MaxSteps"/> or <see cref="ExploreOptions.MaxTime"/> stops.
    /// </summary>
    /// <param name="name">The condition in words, for the message of a failure.</param>
    /// <param name="holds">Returns whether the condition holds. It must change nothing.</param>
    public void Eventually(string name, Func<bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        _eventually.Add((name, holds));
    }

    /// <summary>Fails the simulated run when a condition does not hold now. Callable from actions.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="message">The message of the failure.</param>
    public void Check(bool holds, string message)
    {
        if (!holds)
        {
            Fail(FailureKind.Invariant, message, exception: null);
        }
    }

    /// <summary>Records a failure. Only the first one counts, because later ones may be its consequences.</summary>
    internal void Fail(FailureKind kind, string message, Exception? exception)
    {
        if (!_isEnding || kind == FailureKind.Leak)
        {
            Failure ??= (kind, message, exception);
        }
    }

    internal bool IsExpected(Exception exception) => _options.IsExpected is { } isExpected && isExpected(exception);

    internal void Refuse(string message)
    {
        if (_options.FailOnRefusal)
        {
            Fail(FailureKind.Refused, message, exception: null);
        }
    }

    private void AskAlways()
    {
        foreach (var (name, holds) in _always)
        {
            if (!Asks(name, holds))
            {
                Fail(FailureKind.Invariant, $"It does not hold that {name}.", exception: null);
                return;
            }
        }
    }

    private void AskEventually()
    {
        foreach (var (name, holds) in _eventually)
        {
            if (!Asks(name, holds))
            {
                Fail(FailureKind.Eventually, $"Nothing can happen any more, and it has not come that {name}.", exception: null);
                return;
            }
        }

        var hot = _loops.SelectMany(static loop => HotStates.In(loop)).ToList();
        if (hot.Count > 0)
        {
            Fail(FailureKind.Eventually, $"Nothing can happen any more, and hot states are not left: {string.Join(", ", hot.Select(static gobj => $"{gobj} is in {gobj.StateName}"))}.", exception: null);
        }
    }

    private bool Asks(string name, Func<bool> holds)
    {
        try
        {
            return holds();
        }
        catch (Exception x)
        {
            Fail(FailureKind.Fault, $"The question whether {name} threw {x.GetType().Name}: {x.Message}", x);
            return true;
        }
    }
}
