using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FsmKit.CompilerServices;

/// <summary>Writes a snapshot of one gobj for the generated part of a gclass. Not for hand-written code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SnapshotWriter
{
    private readonly GObj _gobj;
    private readonly List<PostedCopy> _posted;
    private readonly EventSnapshot?[] _queued;
    private readonly Dictionary<int, List<EventSnapshot>> _deferredOf = [];
    private readonly List<EventSnapshot> _deferred = [];
    private readonly List<(TimeSpan Left, long Turn, TimeoutSnapshot Timeout)> _timeouts = [];
    private readonly Dictionary<string, SnapshotValue> _kept = [];
    private bool _isCompleted;
    private int _notEntered;

    internal SnapshotWriter(GObj gobj)
    {
        _gobj = gobj;
        _posted = gobj.Gaplic.Mailbox.CopyOf(gobj);
        _queued = new EventSnapshot?[_posted.Count];
    }

    /// <summary>Creates a writer that only collects the inputs.</summary>
    internal SnapshotWriter(GObj gobj, Dictionary<Type, bool> inputs) => (_gobj, _posted, _queued, Inputs) = (gobj, [], [], inputs);

    /// <summary>Event types of the inputs, and whether each has no members; null for a writer of a snapshot.</summary>
    internal Dictionary<Type, bool>? Inputs { get; }

    /// <summary>JSON metadata of the gclass's own types; null if the gclass names none.</summary>
    public JsonSerializerContext? Json { get; set; }

    private string Name => _gobj.Machine.Name;

    /// <summary>
    /// Throws if <paramref name="isInside"/> is true: a transition of a gclass with <see cref="Reentrancy.Nested"/> is in progress.
    /// </summary>
    /// <exception cref="GObjException">A transition is in progress.</exception>
    public void Between(bool isInside)
    {
        if (isInside && Inputs is null)
        {
            throw _gobj.InsideTransition();
        }
    }

    /// <summary>Writes the value of a <see cref="KeptAttribute"/> member.</summary>
    public void Keep<T>(string name, T value)
    {
        if (Inputs is null)
        {
            _kept.Add(name, SnapshotText.Write(_gobj, Json, $"'{name}'", value));
        }
    }

    /// <summary>Writes the value of a <see cref="KeptAttribute"/> member whose type is an enum, by name.</summary>
    public void KeepEnum<T>(string name, T value)
        where T : struct, Enum => Keep(name, value.ToString());

    /// <summary>
    /// Writes whether a final state has been entered and the <see cref="DoneAttribute"/> rows of its surrounding state have not been
    /// checked yet.
    /// </summary>
    public void Completed(bool isCompleted) => _isCompleted = isCompleted;

    /// <summary>Writes how many of the current states have been entered, counted from the outermost one inwards.</summary>
    public void Entered(int entered) => _notEntered = _gobj.Machine.PathOf(_gobj.LeafState).Count - entered;

    /// <summary>Writes the timeout (<c>StartTimer</c>), the posted events and the deferred events of one input event.</summary>
    /// <param name="input">Index of the input event.</param>
    /// <param name="isEmpty">Whether the event has no members.</param>
    /// <param name="deferred">Queue of the deferred events of this type, or null if there is none.</param>
    public void Input<TEvent>(int input, bool isEmpty, EventFifo<TEvent>? deferred)
        where TEvent : struct
    {
        if (Inputs is not null)
        {
            Inputs[typeof(TEvent)] = isEmpty;
            return;
        }

        var name = _gobj.Machine.InputName(input);
        if (_gobj.TimerOf<TEvent>() is { Left: { } left } timer)
        {
            _timeouts.Add((left, timer.Timer.Turn, new TimeoutSnapshot { Left = left, Event = name, Value = Value(name, isEmpty, timer.Current), Period = timer.Period }));
        }

        for (var i = 0; i < _posted.Count; i++)
        {
            if (_posted[i] is PostedCopy<TEvent> posted)
            {
                _queued[i] = new EventSnapshot(name, Value(name, isEmpty, posted.Event), OriginOf(posted.Source));
            }
        }

        if (deferred is { Count: > 0 })
        {
            _deferredOf.Add(input, [.. Enumerable.Range(0, deferred.Count).Select(place => Deferred(deferred, place, name, isEmpty))]);
        }
    }

    /// <summary>Writes the order of the deferred events. Called after <see cref="Input{TEvent}"/> for every input event.</summary>
    public void Deferred(WaitingEvents? deferred)
    {
        var next = new Dictionary<int, int>();
        foreach (var input in (Inputs is null ? deferred : null)?.Order ?? [])
        {
            var place = next.GetValueOrDefault(input);
            next[input] = place + 1;
            _deferred.Add(_deferredOf[input][place]);
        }
    }

    internal MachineSnapshot Done(IReadOnlyList<MachineSnapshot> children)
    {
        StateTimeouts();
        return new MachineSnapshot
        {
            GClass = Name,
            Version = _gobj.SnapshotVersion,
            Name = _gobj.Name,
            Taken = _gobj.Gaplic.Time.GetUtcNow(),
            State = _gobj.StateName,
            IsFinished = _gobj.IsFinished,
            IsCompleted = _isCompleted,
            NotEntered = _notEntered,
            History = _gobj.Remembered.ToDictionary(static left => left.Composite, static left => left.Leaf),
            Kept = _kept,
            Timeouts = [.. _timeouts.OrderBy(static timeout => timeout.Left).ThenBy(static timeout => timeout.Turn).Select(static timeout => timeout.Timeout)],
            Deferred = _deferred,
            Queued = [.. _queued.OfType<EventSnapshot>()],
            Children = children,
        };
    }

    private void StateTimeouts()
    {
        // The timers of states are numbered from the outermost state inwards.
        var machine = _gobj.Machine;
        var timeouts = _gobj.LeafState is >= 0 and var leaf
            ? machine.PathOf(leaf)
                .SelectMany(state => Enumerable.Range(0, machine.TimeoutsOf(state).Count).Select(number => (State: machine.States[state].Name, Number: number)))
                .ToList()
            : [];
        for (var timer = _gobj.FirstTimer; timer is not null; timer = timer.NextOfOwner)
        {
            if (timer.Left is { } left && timer.Number >= 0 && timer.Number < timeouts.Count)
            {
                var (state, number) = timeouts[timer.Number];
                _timeouts.Add((left, timer.Turn, new TimeoutSnapshot { Left = left, State = state, Number = number }));
            }
        }
    }

    private EventSnapshot Deferred<TEvent>(EventFifo<TEvent> deferred, int place, string name, bool isEmpty)
        where TEvent : struct
    {
        var (source, e) = deferred[place];
        return new EventSnapshot(name, Value(name, isEmpty, e), OriginOf(source));
    }

    private SnapshotValue? Value<TEvent>(string name, bool isEmpty, TEvent e)
        where TEvent : struct => isEmpty ? null : SnapshotText.Write(_gobj, Json, $"the event {name} that waits", e);

    private EventOrigin OriginOf(GObj? source) =>
        source is null || source.IsDestroyed ? EventOrigin.Other
        : source == _gobj ? EventOrigin.Self
        : source == _gobj.Parent ? EventOrigin.Parent
        : EventOrigin.Other;
}
