using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Testing.Models;

/// <summary>What a test can do with a gclass: end, send one of its events, wait for the next timer, wait a part of that.</summary>
[RequiresUnreferencedCode(MachineTest.Trimming)]
[RequiresDynamicCode(MachineTest.Trimming)]
internal sealed class MachinePlan
{
    /// <summary>The number of what ends a schedule.</summary>
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

    /// <summary>How many things there are to do.</summary>
    public int Count => _sends.Count + 3;

    /// <summary>The number of waiting for the next timer.</summary>
    public int Wait => _sends.Count + 1;

    /// <summary>The number of sending an event; of waiting where the test does not send it.</summary>
    public int Send(string name) => _sends.FindIndex(one => one.Name == name) is >= 0 and var place ? place + 1 : Wait;

    /// <summary>Sends an event that was made.</summary>
    public Outcome? Deliver(GObj gobj, object e) => _sends.Count == 0 ? null : InputEvents.TrySend(gobj, e);

    /// <summary>Makes the event that a number stands for; null where it stands for waiting.</summary>
    public object? Make(int number, EventDice dice) => number < Wait ? _sends[number - 1].Make(dice) : null;
}
