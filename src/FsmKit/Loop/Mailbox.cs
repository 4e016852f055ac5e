using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>What was posted to a loop: events and callbacks, in order, from any thread, without boxing.</summary>
/// <remarks>
/// The loop's thread takes the lock to see what waits, its batch, and then takes that without it. Each lane keeps its events in order; the
/// order between the lanes is one of runs, each of so many events of one lane.
/// </remarks>
internal sealed partial class Mailbox(GAplic gaplic, int capacity)
{
    private const int NoLane = -1;
    private Gate _gate;
    private bool _announced;
    private int _openLane = NoLane;
    private uint _posted;
    private uint _taken;
    private uint _endOfBatch;
    private PostRing<Run> _runs = new();
    private PostRing<PostedCallback> _callbacks = new();
    private PostLane?[] _lanes = new PostLane?[16];

    /// <summary>Whether anything is waiting.</summary>
    public bool HasWork
    {
        get
        {
            _gate.Enter();
            var count = Events + _callbacks.Count;
            _gate.Exit();
            return count > 0;
        }
    }

    /// <summary>Whether something of the batch is left.</summary>
    public bool HasBatch => _taken != _endOfBatch;

    /// <summary>How many events of the batch are left.</summary>
    public int Batch => (int)(_endOfBatch - _taken);

    /// <summary>How many callbacks are waiting.</summary>
    public int Callbacks
    {
        get
        {
            _gate.Enter();
            var count = _callbacks.Count;
            _gate.Exit();
            return count;
        }
    }

    /// <summary>How many events are waiting.</summary>
    public int PostedEvents
    {
        get
        {
            _gate.Enter();
            var count = Events;
            _gate.Exit();
            return count;
        }
    }

    private int Events => (int)(_posted - Volatile.Read(ref _taken));

    /// <summary>Posts an event, or refuses it when the mailbox is full.</summary>
    /// <param name="destination">Who gets it.</param>
    /// <param name="source">Whose it is.</param>
    /// <param name="e">The event.</param>
    /// <param name="always">Also when the mailbox is full: for what would otherwise be lost for good, and is bounded by other means.</param>
    public Outcome Add<TEvent>(IAccept<TEvent> destination, GObj? source, in TEvent e, bool always = false)
        where TEvent : struct
    {
        if (destination is GObj { IsDestroyed: true } gobj)
        {
            return RefuseDestroyed<TEvent>(gobj, always);
        }

        if (Instruments.Poster is { } poster && TryAdd(poster, destination, source, in e, always))
        {
            gaplic.WakeUpForPost();
            return Outcome.Queued;
        }

        // Nothing here throws, so nothing has to be undone: what may is in AddSlowly.
        var number = PostLane<TEvent>.Number;
        _gate.Enter();
        var lanes = _lanes;
        if (_openLane == number && Events < capacity && Unsafe.As<PostLane<TEvent>>(lanes[number])!.TryAdd(destination, source, in e))
        {
            _posted++;
            _runs.Newest.Left++;
            _gate.Exit();
        }
        else
        {
            _gate.Exit();
            if (!AddSlowly(destination, source, in e, always))
            {
                return Outcome.Refused;
            }
        }

        gaplic.WakeUpForPost();
        return Outcome.Queued;
    }

    /// <summary>Adds a callback, whatever waits already: its poster has no use for a refusal.</summary>
    public void Add(PostedCallback callback)
    {
        gaplic.Options.Posted?.Invoke(gaplic);
        _gate.Enter();
        try
        {
            _callbacks.Reserve(1);
            _callbacks.Add() = callback;
        }
        finally
        {
            _gate.Exit();
        }

        gaplic.WakeUpForPost();
    }

    /// <summary>Makes room for so many more events of a type.</summary>
    public void Reserve<TEvent>(int more)
        where TEvent : struct
    {
        _gate.Enter();
        try
        {
            Lane<PostLane<TEvent>>(PostLane<TEvent>.Number).Reserve(more);
            _runs.Reserve(more);
            _openLane = NoLane;
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>Takes the oldest callback of those that were counted; the loop's thread only.</summary>
    public PostedCallback TakeCallback()
    {
        var callback = _callbacks.Take();
        _callbacks.Free();
        return callback;
    }

    /// <summary>What waits now is the batch. The loop's thread only, like all that follows.</summary>
    /// <returns>Whether there is any.</returns>
    public bool BeginBatch()
    {
        _gate.Enter();

        // From now on its runs are the loop's.
        _openLane = NoLane;
        _endOfBatch = _posted;
        _gate.Exit();
        return HasBatch;
    }

    /// <summary>The oldest run of the batch that is not empty.</summary>
    public ref Run TakeRun()
    {
        ref var run = ref _runs.Take();
        while (run.Left == 0)
        {
            _runs.Free();
            run = ref _runs.Take();
        }

        return ref run;
    }

    /// <summary>The lane of a run.</summary>
    public PostLane LaneOf(in Run run) => Volatile.Read(ref _lanes)[run.Lane]!;

    /// <summary>An event of a run is taken: it counts no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CountTaken(ref Run run)
    {
        run.Left--;
        Volatile.Write(ref _taken, _taken + 1);
    }

    /// <summary>The event that was taken last has thrown. A post has no sender that the exception could go to: it is logged.</summary>
    public void Fail(Exception fault) => LaneOf(in _runs.Taken).Fail(gaplic, fault);

    private Outcome RefuseDestroyed<TEvent>(GObj gobj, bool always)
    {
        if (!always)
        {
            Log.SentToDestroyed(gaplic.Logger, typeof(TEvent).Name, gobj);
        }

        return Outcome.Destroyed;
    }

    /// <summary>The first event of a run, one that finds no room, or one too many.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool AddSlowly<TEvent>(IAccept<TEvent> destination, GObj? source, in TEvent e, bool always)
        where TEvent : struct
    {
        bool announce;
        gaplic.Options.Posted?.Invoke(gaplic);
        _gate.Enter();
        try
        {
            _openLane = NoLane;
            if (always || Events < capacity)
            {
                // Without the memory for both, neither knows of the event.
                var lane = Lane<PostLane<TEvent>>(PostLane<TEvent>.Number);
                _runs.Reserve(1);
                lane.Reserve(1);
                lane.TryAdd(destination, source, in e);
                _runs.Add() = new Run { Lane = PostLane<TEvent>.Number, Left = 1 };
                _posted++;
                _announced &= Events >= capacity;

                // While refusals are told of, each post comes here.
                _openLane = _announced ? NoLane : PostLane<TEvent>.Number;
                return true;
            }

            announce = !_announced;
            _announced = true;
        }
        finally
        {
            _gate.Exit();
        }

        if (destination is GObj { Gaplic.IsObserved: true } refusing)
        {
            Figures.Refused(refusing, typeof(TEvent).Name, Words.LoopFull);
        }

        if (announce)
        {
            // Only a gobj has a text that runs no code of the author's: an action that posts is taken for one that leads nowhere.
            Log.PostsRefused(gaplic.Logger, typeof(TEvent).Name, destination is GObj to ? to : destination.GetType().Name, capacity, gaplic);
        }

        return false;
    }

    private TLane Lane<TLane>(int number)
        where TLane : PostLane, new()
    {
        if (number >= _lanes.Length)
        {
            Array.Resize(ref _lanes, Math.Max(number + 1, _lanes.Length * 2));
        }

        return (TLane)(_lanes[number] ??= new TLane());
    }

    /// <summary>Events of one lane that were posted one after the other.</summary>
    internal struct Run
    {
        public int Lane;
        public int Left;
    }
}
