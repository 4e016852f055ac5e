namespace FsmKit;

/// <summary>Posted events of one type in one mailbox. Every event type has a number, which is the index of its lane in a mailbox.</summary>
internal abstract class PostLane : IHandOver
{
    private static int _lanes;

    public abstract object? To { get; }

    public abstract string With { get; }

    /// <summary>Sender of the next event, which must exist.</summary>
    public abstract GObj? NextSource { get; }

    /// <summary>Delivers the events of a run in order. After an exception, <see cref="Fail"/> follows.</summary>
    /// <param name="gaplic">The loop.</param>
    /// <param name="run">The run; delivered events are removed from it.</param>
    /// <param name="most">Maximum number of events to deliver.</param>
    public abstract void Deliver(GAplic gaplic, ref Mailbox.Run run, int most);

    /// <summary>Removes and logs the event whose delivery has thrown.</summary>
    public abstract void Fail(GAplic gaplic, Exception fault);

    /// <summary>
    /// Copies the newest events, the oldest of them first; null for an event with another destination. The caller holds the mailbox's lock.
    /// </summary>
    public abstract PostedCopy?[] CopyNewest(int count, GObj destination);

    /// <summary>Shows the event at a place, counted from the oldest. On the loop's thread only.</summary>
    public abstract void Show(int place, PostVisitor visitor);

    protected static int NextNumber() => Interlocked.Increment(ref _lanes) - 1;
}

/// <summary>Lane of one event type.</summary>
internal sealed class PostLane<TEvent> : PostLane
    where TEvent : struct
{
    public static readonly int Number = NextNumber();
    private PostRing<Posted> _ring = new();

    // Read by the watcher's thread while an event is being delivered.
    public override object? To => _ring.Taken.Destination;

    public override string With => typeof(TEvent).Name;

    public override GObj? NextSource => _ring.Take().Source;

    /// <summary>Reserves room for this many more events. The caller holds the mailbox's lock.</summary>
    public void Reserve(int more) => _ring.Reserve(more);

    /// <summary>Adds an event if there is room. The caller holds the mailbox's lock.</summary>
    public bool TryAdd(IAccept<TEvent> destination, GObj? source, in TEvent e)
    {
        if (!_ring.HasRoom)
        {
            return false;
        }

        ref var posted = ref _ring.Add();
        posted.Destination = destination;
        posted.Source = source;
        posted.Event = e;
        return true;
    }

    public override void Deliver(GAplic gaplic, ref Mailbox.Run run, int most)
    {
        var mailbox = gaplic.Mailbox;
        for (; run.Left > 0 && most > 0; most--)
        {
            mailbox.CountTaken(ref run);
            gaplic.HandOver();
            ref var posted = ref _ring.Take();
            if (posted.Destination is not GObj { IsDestroyed: true })
            {
                posted.Destination.Receive(in posted.Event, posted.Source is { IsDestroyed: false } alive ? alive : null);
            }

            _ring.Free();
        }
    }

    public override void Fail(GAplic gaplic, Exception fault)
    {
        gaplic.ReportFault(_ring.Taken.Destination, fault);
        _ring.Free();
    }

    public override PostedCopy?[] CopyNewest(int count, GObj destination) =>
        Array.ConvertAll(_ring.CopyNewest(count), posted => ReferenceEquals(posted.Destination, destination) ? new PostedCopy<TEvent>(posted.Source, posted.Event) : null);

    public override void Show(int place, PostVisitor visitor)
    {
        ref var posted = ref _ring.At(place);
        visitor.See(posted.Destination, posted.Source, ref posted.Event);
    }

    private struct Posted
    {
        public IAccept<TEvent> Destination;
        public GObj? Source;
        public TEvent Event;
    }
}
