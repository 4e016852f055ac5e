using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Testing.Models;

/// <summary>Numbered acts of a test of a gclass: end, send one of its events, wait for the next timer, wait half of that time.</summary>
[RequiresUnreferencedCode(MachineTest.Trimming)]
[RequiresDynamicCode(MachineTest.Trimming)]
internal sealed class MachinePlan
{
    /// <summary>Number of the act that ends a schedule.</summary>
    public const int End = 0;

    private readonly List<(string Name, Func<EventDice, object?> Make)> _sends = [];

    public MachinePlan(Type gclass, MachineDescription machine, IReadOnlyDictionary<Type, Func<EventDice, object?>> given, HashSet<Type> never)
    {
        (Table, Values) = (MachineTable.Of(machine), new Values(given));
        foreach (var type in InputEvents.Of(gclass).Where(type => InputEvents.IsSendable(type) && !never.Contains(type)))
        {
            _sends.Add((type.Name, Values.Of(type, isNullable: false)));
        }
    }

    public MachineTable Table { get; }

    public Values Values { get; }

    /// <summary>Number of different acts.</summary>
    public int Count => _sends.Count + 3;

    /// <summary>Number of the act that waits for the next timer.</summary>
    public int Wait => _sends.Count + 1;

    /// <summary>Returns the number of the act that sends an event, or that waits if the test does not send this event.</summary>
    public int Send(string name) => _sends.FindIndex(one => one.Name == name) is >= 0 and var place ? place + 1 : Wait;

    /// <summary>Sends an event.</summary>
    public Outcome? Deliver(GObj gobj, object e) => _sends.Count == 0 ? null : InputEvents.TrySend(gobj, e);

    /// <summary>Creates the event of an act; null when the act is a wait.</summary>
    public object? Make(int number, EventDice dice) => number < Wait ? _sends[number - 1].Make(dice) : null;
}
