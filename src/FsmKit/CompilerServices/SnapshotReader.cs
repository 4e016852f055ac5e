using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FsmKit.CompilerServices;

/// <summary>Reads a snapshot for the generated part of a gclass while a gobj is being restored. Not for hand-written code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SnapshotReader
{
    private readonly GObj _gobj;
    private readonly MachineSnapshot _snapshot;
    private readonly SnapshotPlaces _places;
    private readonly HashSet<string> _taken = [];
    private readonly List<Armed> _armed = [];
    private readonly List<MachineSnapshot> _children;
    private WaitingEvents? _deferred;
    private LoopTimer? _resumed;
    private Entry _entry;

    private SnapshotReader(GObj gobj, MachineSnapshot snapshot, bool isMigrated)
    {
        (_gobj, _snapshot, IsMigrated) = (gobj, snapshot, isMigrated);
        _places = new SnapshotPlaces(gobj, snapshot);
        _children = [.. snapshot.Children];
    }

    private SnapshotReader(GObj gobj, JsonSerializerContext? json, Entry entry)
    {
        (_gobj, _snapshot, _places, _children) = (gobj, null!, null!, []);
        (Json, _entry) = (json, entry);
    }

    /// <summary>JSON metadata of the gclass's own types; null if the gclass names none.</summary>
    public JsonSerializerContext? Json { get; set; }

    /// <summary>
    /// Whether a final state has been entered and the <see cref="DoneAttribute"/> rows of its surrounding state have not been checked yet.
    /// </summary>
    public bool IsCompleted => _snapshot.IsCompleted;

    /// <summary>Whether the snapshot has deferred events.</summary>
    public bool HasDeferred => _snapshot.Deferred.Count > 0;

    internal GObj Owner => _gobj;

    private bool IsMigrated { get; }

    /// <summary>Reads the value of a <see cref="KeptAttribute"/> member.</summary>
    public T Keep<T>(string name) => SnapshotText.Read<T>(_gobj, Json, $"'{name}'", KeptValue(name));

    /// <summary>Reads the value of a <see cref="KeptAttribute"/> member whose type is an enum.</summary>
    public T KeepEnum<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(Keep<string>(name), out var value)
            ? value
            : throw new MachineSnapshotException(
                $"In the snapshot, '{name}' of {_gobj} is {KeptValue(name)}, which is no {typeof(T).Name}. Where that was renamed, raise the version of "
                + $"{_gobj.Machine.Name} and say so in its Migrate method.");

    /// <summary>
    /// Returns the innermost state from which a state with a history (<see cref="HistoryAttribute"/>) was left last, as its number plus
    /// one; 0 if the state was never left.
    /// </summary>
    public int Left(int state) => _places.Left(state);

    /// <summary>Returns how many of the current states have been entered, counted from the outermost one inwards.</summary>
    public int Entered() => Math.Max(0, _places.Path.Count - _snapshot.NotEntered);

    /// <summary>
    /// Sets the queue that <see cref="Take{TEvent}"/> fills with the restored deferred events. Null if the gclass defers no events. Called before
    /// <see cref="Take{TEvent}"/>.
    /// </summary>
    public void Deferred(WaitingEvents? deferred) => _deferred = deferred;

    /// <summary>Restores the event of the snapshot that is being read: starts its timeout, defers, posts or sends the event.</summary>
    /// <param name="input">Index of the input event.</param>
    /// <param name="isEmpty">Whether the event has no members.</param>
    /// <param name="accepts">The gobj that receives the event.</param>
    /// <param name="deferred">Queue for deferred events of this type, or null if the gclass never defers them.</param>
    public void Take<TEvent>(int input, bool isEmpty, IAccept<TEvent> accepts, EventFifo<TEvent>? deferred)
        where TEvent : struct
    {
        var name = _gobj.Machine.InputName(input);
        var e = isEmpty ? default : SnapshotText.Read<TEvent>(
            _gobj, Json, $"the event {name} that waits", _entry.Value ?? throw SnapshotText.Missing(_gobj, $"the members of {name}, which waits,"));
        switch (_entry.Kind)
        {
            case EntryKind.Timer:
                _resumed = _gobj.Resume(accepts, _entry.Left, _entry.Period, in e);
                break;
            case EntryKind.Deferred when deferred is not null:
                _deferred!.Add(deferred, input, Source, in e);
                break;
            case EntryKind.Deferred:
                throw new MachineSnapshotException(
                    $"In the snapshot, {_gobj} has deferred {name}, and {_gobj.Machine.Name} defers it no longer. Raise its version and decide in its Migrate method "
                    + "what becomes of the event.");
            case EntryKind.Queued:
                _gobj.Gaplic.Mailbox.Add(accepts, Source, in e, always: true);
                break;
            case EntryKind.Sent:
                accepts.Receive(in e, Source);
                break;
        }
    }

    /// <summary>Sends a gobj an event that is given as JSON.</summary>
    /// <exception cref="MachineSnapshotException">The gclass has no such input, or the value does not fit the event.</exception>
    internal static void Send(GObj gobj, JsonSerializerContext? json, string name, SnapshotValue? value, EventOrigin origin)
    {
        var input = SnapshotPlaces.FindInput(gobj.Machine, name);
        if (input < 0 || gobj.SnapshotVersion == 0)
        {
            throw input < 0 ? new MachineSnapshotException($"{gobj.Machine.Name} has no input {name} any more that could be sent.") : SnapshotVersions.None(gobj);
        }

        gobj.LoadSnapshotInput(new SnapshotReader(gobj, json, new Entry(EntryKind.Sent, value, default, default, origin)), input);
    }

    /// <summary>Creates a reader and checks everything that can be checked without the gclass's types.</summary>
    internal static SnapshotReader Of(GObj gobj, MachineSnapshot snapshot)
    {
        var current = SnapshotVersions.Bring(gobj, snapshot);
        return new SnapshotReader(gobj, current, current.Version != snapshot.Version);
    }

    /// <summary>Restores state and members of the gobj, before its StartUp.</summary>
    /// <returns>The number of the leaf, and the gate bits that belong to it.</returns>
    internal int Load()
    {
        _gobj.LoadSnapshot(this);
        foreach (var name in _snapshot.Kept.Keys)
        {
            if (!_taken.Contains(name))
            {
                throw new MachineSnapshotException(
                    $"The snapshot has '{name}', and {_gobj.Machine.Name} keeps no member of that name. Raise its version and drop the value in its Migrate method, "
                    + $"as in old.Drop(\"{name}\").");
            }
        }

        return _places.Leaf | (_snapshot.IsFinished ? MachineGate.Finished : 0) | (IsCompleted || (IsMigrated && HasDeferred) ? MachineGate.Waiting : 0);
    }

    /// <summary>Arms the timeouts and fills the queue of deferred events, after the leaf has been set.</summary>
    internal void Resume()
    {
        foreach (var timeout in _snapshot.Timeouts.OrderBy(static timeout => timeout.Left))
        {
            var left = timeout.Left > TimeSpan.Zero ? timeout.Left : TimeSpan.Zero;
            var entry = new Entry(EntryKind.Timer, timeout.Value, left, timeout.Period, EventOrigin.Self);
            _armed.Add(timeout.State is null ? new Armed(_places.InputOf(timeout.Event ?? ""), -1, entry) : new Armed(-1, _places.TimerOf(timeout), entry));
        }

        _armed.ForEach(Arm);

        foreach (var e in _snapshot.Deferred)
        {
            LoadInput(e.Event, new Entry(EntryKind.Deferred, e.Value, default, default, e.Source));
        }

        // A new version may answer events that an old version deferred.
        if (_deferred is { Count: > 0 } deferred)
        {
            deferred.Restored(_places.Leaf, areAsked: !IsMigrated);
        }
    }

    /// <summary>
    /// Completes the restore after StartUp: timeouts that StartUp started get their remaining time, posted events are posted, missing children are
    /// created.
    /// </summary>
    internal void Complete()
    {
        if (_armed.Exists(static one => one is { IsNamed: true, IsAnother: true }))
        {
            // All running ones are armed again, because timeouts that are due at the same time come in the order of their arming.
            _armed.FindAll(static one => one.Timer.IsArmed && (one.IsNamed || !one.IsAnother)).ForEach(Arm);
        }

        foreach (var e in _snapshot.Queued)
        {
            LoadInput(e.Event, new Entry(EntryKind.Queued, e.Value, default, default, e.Source));
        }

        while (_children.Count > 0 && !_gobj.IsDestroyed)
        {
            var child = _children[0];
            _children.RemoveAt(0);
            _gobj.MakeRestoredChild(child);
        }

        foreach (var state in _places.Path)
        {
            if (!_gobj.IsDestroyed)
            {
                _gobj.ResumeState(state);
            }
        }
    }

    /// <summary>Removes and returns the snapshot of a child that is being created, found by gclass and name; null if there is none.</summary>
    internal MachineSnapshot? TakeChild(GObj child)
    {
        var found = _children.FindIndex(one => one.GClass == child.Machine.Name && one.Name == child.Name);
        if (found < 0)
        {
            return null;
        }

        var snapshot = _children[found];
        _children.RemoveAt(found);
        return snapshot;
    }

    private GObj? Source => _entry.Source switch
    {
        EventOrigin.Self => _gobj,
        EventOrigin.Parent => _gobj.Parent,
        _ => null,
    };

    private SnapshotValue KeptValue(string name)
    {
        _taken.Add(name);
        return _snapshot.Kept.TryGetValue(name, out var value) ? value : throw SnapshotText.Missing(_gobj, $"'{name}'");
    }

    private void Arm(Armed one)
    {
        if (one.IsNamed)
        {
            Load(one.Input, one.Entry);
            one.Timer = _resumed!;
        }
        else
        {
            _gobj.ArmTimer(one.Number, one.Entry.Left);
            one.Timer = _gobj.TimerAt(one.Number);
        }

        one.Turn = one.Timer.Turn;
    }

    private void LoadInput(string name, Entry entry) => Load(_places.InputOf(name), entry);

    private void Load(int input, Entry entry)
    {
        _entry = entry;
        _gobj.LoadSnapshotInput(this, input);
    }

    private enum EntryKind
    {
        Timer,
        Deferred,
        Queued,
        Sent,
    }

    private readonly record struct Entry(EntryKind Kind, SnapshotValue? Value, TimeSpan Left, TimeSpan Period, EventOrigin Source);

    /// <summary>Armed timeout: the input of a named one, or the number of a state's timer.</summary>
    private sealed record Armed(int Input, int Number, Entry Entry)
    {
        public LoopTimer Timer { get; set; } = null!;

        public long Turn { get; set; }

        public bool IsNamed => Input >= 0;

        /// <summary>Whether the timer has been armed again after the reader armed it.</summary>
        public bool IsAnother => Timer.IsArmed && Timer.Turn != Turn;
    }
}
