namespace FsmKit;

/// <summary>What was posted to a loop: events and callbacks, in order, from any thread, without boxing.</summary>
internal sealed class Mailbox(GAplic gaplic, int capacity)
{
    private readonly Lock _lock = new();
    private readonly Ring<PostLane> _order = new();
    private readonly Ring<PostedCallback> _callbacks = new();
    private PostLane?[] _lanes = new PostLane?[16];
    private bool _announced;

    /// <summary>Whether anything is waiting.</summary>
    public bool HasWork
    {
        get
        {
            lock (_lock)
            {
                return _order.Count + _callbacks.Count > 0;
            }
        }
    }

    /// <summary>How many events are waiting.</summary>
    public int Events
    {
        get
        {
            lock (_lock)
            {
                return _order.Count;
            }
        }
    }

    /// <summary>How many callbacks are waiting.</summary>
    public int Callbacks
    {
        get
        {
            lock (_lock)
            {
                return _callbacks.Count;
            }
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
            if (!always)
            {
                Log.SentToDestroyed(gaplic.Logger, typeof(TEvent).Name, gobj);
            }

            return Outcome.Destroyed;
        }

        bool accepted, announce = false;
        lock (_lock)
        {
            accepted = always || _order.Count < capacity;
            if (accepted)
            {
                // Without the memory for both, neither knows of the event.
                var lane = Lane<TEvent>();
                _order.Reserve(1);
                lane.Add(destination, source, in e);
                _order.Add(lane);
            }
            else
            {
                announce = !_announced;
            }

            _announced = !accepted || (_announced && _order.Count >= capacity);
        }

        if (accepted)
        {
            gaplic.WakeUp();
            return Outcome.Queued;
        }

        if (announce)
        {
            // Only a gobj has a text that runs no code of the author's: an action that posts is taken for one that leads nowhere.
            Log.PostsRefused(gaplic.Logger, typeof(TEvent).Name, destination is GObj to ? to : destination.GetType().Name, capacity, gaplic);
        }

        return Outcome.Refused;
    }

    /// <summary>Adds a callback, whatever waits already: its poster has no use for a refusal.</summary>
    public void Add(PostedCallback callback)
    {
        lock (_lock)
        {
            _callbacks.Add(callback);
        }

        gaplic.WakeUp();
    }

    /// <summary>Makes room for so many more events of a type.</summary>
    public void Reserve<TEvent>(int more)
        where TEvent : struct
    {
        lock (_lock)
        {
            Lane<TEvent>().Reserve(more);
            _order.Reserve(more);
        }
    }

    public PostedCallback TakeCallback()
    {
        lock (_lock)
        {
            return _callbacks.Take();
        }
    }

    /// <summary>Takes the oldest event: the lane that delivers it.</summary>
    public PostLane TakeEvent()
    {
        lock (_lock)
        {
            var lane = _order.Take();
            lane.Take();
            return lane;
        }
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
