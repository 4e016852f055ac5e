using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>Queue of the events and callbacks that are posted to a loop, in order, from any thread, without boxing.</summary>
/// <remarks>
/// The loop's thread takes the lock only to determine its batch, and then takes the events of the batch without the lock. Each lane keeps the events
/// of one type in order. The order between lanes is a list of runs, each a number of consecutive events of one lane.
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

    /// <summary>Whether an event or a callback is waiting.</summary>
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

    /// <summary>Whether events of the batch are left.</summary>
    public bool HasBatch => _taken != _endOfBatch;

    /// <summary>Number of events left in the batch.</summary>
    public int Batch => (int)(_endOfBatch - _taken);

    /// <summary>Number of waiting callbacks.</summary>
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

    /// <summary>Number of waiting events.</summary>
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

    /// <summary>Posts an event; refuses it when the mailbox is full.</summary>
    /// <param name="destination">The receiver.</param>
    /// <param name="source">The sender, or null.</param>
    /// <param name="e">The event.</param>
    /// <param name="always">
    /// Whether to add the event even when the mailbox is full. For events that must not be lost and whose number is limited otherwise.
    /// </param>
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

        // No statement here throws, so nothing has to be undone; the ones that can throw are in AddSlowly.
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

    /// <summary>Adds a callback regardless of the capacity: its poster could not react to a refusal.</summary>
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

    /// <summary>Reserves room for this many more events of a type.</summary>
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

    /// <summary>Removes and returns the oldest counted callback. On the loop's thread only.</summary>
    public PostedCallback TakeCallback()
    {
        var callback = _callbacks.Take();
        _callbacks.Free();
        return callback;
    }

    /// <summary>Makes the events that wait now the batch. This method and all that follow are for the loop's thread only.</summary>
    /// <returns>Whether the batch has an event.</returns>
    public bool BeginBatch()
    {
        Debug.Assert(!HasBatch, "The last batch is delivered.");
        _gate.Enter();

        // From now on, the runs of the batch belong to the loop's thread.
        _openLane = NoLane;
        _endOfBatch = _posted;
        _gate.Exit();
        return HasBatch;
    }

    /// <summary>Returns the oldest run of the batch that is not empty.</summary>
    public ref Run TakeRun()
    {
        Debug.Assert(HasBatch, "A run of the batch is left.");
        ref var run = ref _runs.Take();
        while (run.Left == 0)
        {
            _runs.Free();
            run = ref _runs.Take();
        }

        return ref run;
    }

    /// <summary>Returns the lane of a run.</summary>
    public PostLane LaneOf(in Run run) => Volatile.Read(ref _lanes)[run.Lane]!;

    /// <summary>Counts one event of a run as taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CountTaken(ref Run run)
    {
        run.Left--;
        Volatile.Write(ref _taken, _taken + 1);
    }

    /// <summary>Logs the exception of the event that was taken last. A posted event has no sender that could receive the exception.</summary>
    public void Fail(Exception fault) => LaneOf(in _runs.Taken).Fail(gaplic, fault);

    private static Outcome RefuseDestroyed<TEvent>(GObj gobj, bool always)
    {
        if (!always)
        {
            Log.SentToDestroyed(gobj.Logger, typeof(TEvent).Name, gobj);
        }

        return Outcome.Destroyed;
    }

    /// <summary>Adds an event in the rare cases: the first one of a run, one that needs a larger queue, or one beyond the capacity.</summary>
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
                // Both reservations come first: if memory runs out, neither queue knows of the event.
                var lane = Lane<PostLane<TEvent>>(PostLane<TEvent>.Number);
                _runs.Reserve(1);
                lane.Reserve(1);
                lane.TryAdd(destination, source, in e);
                _runs.Add() = new Run { Lane = PostLane<TEvent>.Number, Left = 1 };
                _posted++;
                _announced &= Events >= capacity;

                // While refusals have been announced, each post comes through here.
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
            // Only a gobj's text runs no application code: the generator assumes that posting cannot lead back to the posting gobj.
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

    /// <summary>Consecutively posted events of one lane.</summary>
    internal struct Run
    {
        public int Lane;
        public int Left;
    }
}
