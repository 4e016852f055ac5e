using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>What was posted to a loop: events and callbacks, in order, from any thread, without boxing.</summary>
/// <remarks>The loop's thread takes the lock to see how many wait, and then takes these without it.</remarks>
internal sealed class Mailbox(GAplic gaplic, int capacity)
{
    private Gate _gate;
    private bool _announced;
    private PostRing<int> _order = new();
    private PostRing<PostedCallback> _callbacks = new();
    private PostLane?[] _lanes = new PostLane?[16];

    /// <summary>Whether anything is waiting.</summary>
    public bool HasWork => Events + Callbacks > 0;

    /// <summary>How many events are waiting.</summary>
    public int Events
    {
        get
        {
            _gate.Enter();
            var count = _order.Count;
            _gate.Exit();
            return count;
        }
    }

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

        // Nothing here throws, so nothing has to be undone: what may is in AddSlowly.
        var number = PostLane<TEvent>.Number;
        _gate.Enter();
        var lanes = _lanes;
        if (!_announced && _order.Count < capacity && _order.HasRoom && (uint)number < (uint)lanes.Length && lanes[number] is { } lane
            && Unsafe.As<PostLane<TEvent>>(lane).TryAdd(destination, source, in e))
        {
            _order.Add() = number;
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
            Lane<TEvent>().Reserve(more);
            _order.Reserve(more);
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

    /// <summary>Takes the oldest event of those that were counted: the lane that delivers it. The loop's thread only.</summary>
    public PostLane TakeEvent() => Volatile.Read(ref _lanes)[_order.Take()]!;

    /// <summary>What was taken has been delivered.</summary>
    public void FreeEvent() => _order.Free();

    /// <summary>What was taken has thrown. A post has no sender that the exception could go to: it is logged.</summary>
    public void FreeEvent(Exception fault)
    {
        Volatile.Read(ref _lanes)[_order.Taken]!.Fail(gaplic, fault);
        _order.Free();
    }

    private Outcome RefuseDestroyed<TEvent>(GObj gobj, bool always)
    {
        if (!always)
        {
            Log.SentToDestroyed(gaplic.Logger, typeof(TEvent).Name, gobj);
        }

        return Outcome.Destroyed;
    }

    /// <summary>The first event of its type, one that finds no room, or one too many.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool AddSlowly<TEvent>(IAccept<TEvent> destination, GObj? source, in TEvent e, bool always)
        where TEvent : struct
    {
        bool announce;
        _gate.Enter();
        try
        {
            if (always || _order.Count < capacity)
            {
                // Without the memory for both, neither knows of the event.
                var lane = Lane<TEvent>();
                _order.Reserve(1);
                lane.Reserve(1);
                lane.TryAdd(destination, source, in e);
                _order.Add() = PostLane<TEvent>.Number;
                _announced &= _order.Count >= capacity;
                return true;
            }

            announce = !_announced;
            _announced = true;
        }
        finally
        {
            _gate.Exit();
        }

        if (announce)
        {
            // Only a gobj has a text that runs no code of the author's: an action that posts is taken for one that leads nowhere.
            Log.PostsRefused(gaplic.Logger, typeof(TEvent).Name, destination is GObj to ? to : destination.GetType().Name, capacity, gaplic);
        }

        return false;
    }

    private PostLane<TEvent> Lane<TEvent>()
        where TEvent : struct
    {
        var number = PostLane<TEvent>.Number;
        if (number >= _lanes.Length)
        {
            Array.Resize(ref _lanes, Math.Max(number + 1, _lanes.Length * 2));
        }

        return (PostLane<TEvent>)(_lanes[number] ??= new PostLane<TEvent>());
    }
}
