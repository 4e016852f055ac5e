namespace FsmKit;

/// <summary>Translates the names in a snapshot into the indices of its gclass. Throws where a name does not fit.</summary>
internal sealed class SnapshotPlaces
{
    private readonly GObj _gobj;
    private readonly MachineSnapshot _snapshot;
    private readonly MachineDescription _machine;

    public SnapshotPlaces(GObj gobj, MachineSnapshot snapshot)
    {
        (_gobj, _snapshot, _machine) = (gobj, snapshot, gobj.Machine);
        if (_machine.Leaves.Count > 0 || snapshot.State != MachineDescription.NoState)
        {
            Leaf = LeafOf(snapshot.State, "the gobj is in the state");
            Path = _machine.PathOf(_machine.Leaves[Leaf]);
        }

        foreach (var (composite, _) in snapshot.History)
        {
            var state = StateOf(composite, "there is a history of the state");
            if (!_machine.States.Any(other => other.IsHistory && other.Parent == state))
            {
                throw Unfit($"there is a history of the state {composite}, which has none");
            }
        }

        if (snapshot.IsFinished && !(Leaf < _machine.Leaves.Count && _machine.States[_machine.Leaves[Leaf]] is { Kind: StateKind.Final, Parent: < 0 }))
        {
            throw Unfit($"the gobj is finished, and its state {snapshot.State} is no end");
        }
    }

    /// <summary>Number of the leaf.</summary>
    public int Leaf { get; }

    /// <summary>Indices of the surrounding states and the leaf, outermost first.</summary>
    public IReadOnlyList<int> Path { get; } = [];

    /// <summary>Returns the last leaf of a composite, as the leaf number plus one; 0 if it was never left.</summary>
    public int Left(int state)
    {
        if (!_snapshot.History.TryGetValue(_machine.States[state].Name, out var name))
        {
            return 0;
        }

        var leaf = LeafOf(name, $"the state {_machine.States[state].Name} was left last from the state");
        return _machine.IsInside(_machine.Leaves[leaf], state)
            ? leaf + 1
            : throw Unfit($"the state {_machine.States[state].Name} was left last from {name}, which is not inside of it");
    }

    /// <summary>Returns the timer number of a state timeout.</summary>
    public int TimerOf(TimeoutSnapshot timeout)
    {
        var state = StateOf(timeout.State!, "there is a timeout of the state");
        var timer = 0;
        foreach (var around in Path)
        {
            var count = _machine.TimeoutsOf(around).Count;
            if (around == state)
            {
                return timeout.Number >= 0 && timeout.Number < count
                    ? timer + timeout.Number
                    : throw Unfit($"timeout {timeout.Number} of the state {timeout.State} runs, which has {(count == 0 ? "none" : $"only {count}")}");
            }

            timer += count;
        }

        throw Unfit($"a timeout of the state {timeout.State} runs, and the gobj is in {_snapshot.State}, which is not inside of it");
    }

    /// <summary>Returns the index of an input.</summary>
    public int InputOf(string name) => FindInput(_machine, name) is >= 0 and var input ? input : throw Unfit($"the event {name} waits, which is no input that can wait");

    /// <summary>Returns the index of an input of a machine; -1 if there is none that can wait.</summary>
    public static int FindInput(MachineDescription machine, string name)
    {
        for (var input = 0; input < machine.Inputs.Count; input++)
        {
            if (!machine.Inputs[input].IsBorrowed && machine.InputName(input) == name)
            {
                return input;
            }
        }

        return -1;
    }

    private int LeafOf(string name, string what)
    {
        var state = StateOf(name, what);
        for (var leaf = 0; leaf < _machine.Leaves.Count; leaf++)
        {
            if (_machine.Leaves[leaf] == state)
            {
                return leaf;
            }
        }

        throw Unfit($"{what} {name}, in which no gobj can be: it has states inside, or is a history");
    }

    private int StateOf(string name, string what)
    {
        for (var state = 0; state < _machine.States.Count; state++)
        {
            if (_machine.States[state].Name == name)
            {
                return state;
            }
        }

        throw Unfit($"{what} {name}, which is no state");
    }

    private MachineSnapshotException Unfit(string what) => new(
        $"The snapshot does not fit {_gobj} in version {_gobj.SnapshotVersion} of {_machine.Name}: {what}. Where the gclass was changed, raise its version and bring "
        + "old snapshots into the new shape in its Migrate method.");
}
