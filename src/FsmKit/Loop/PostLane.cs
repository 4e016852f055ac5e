namespace FsmKit;

/// <summary>The posted events of one type in one mailbox. Every event type has a number, by which a mailbox finds its lane.</summary>
internal abstract class PostLane : IHandOver
{
    private static int _lanes;

    public abstract object? To { get; }

    public abstract string With { get; }

    /// <summary>Takes the oldest event out of the lane; the caller holds the mailbox's lock.</summary>
    public abstract void Take();

    /// <summary>Delivers what was taken; called without the lock. An exception has no sender to go to and is logged.</summary>
    public abstract void Deliver(GAplic gaplic);

    protected static int NextNumber() => Interlocked.Increment(ref _lanes) - 1;
}

/// <summary>The lane of one event type.</summary>
internal sealed class PostLane<TEvent> : PostLane
    where TEvent : struct
{
    public static readonly int Number = NextNumber();
    private readonly Ring<(IAccept<TEvent> Destination, GObj? Source, TEvent Event)> _ring = new();
    private (IAccept<TEvent> Destination, GObj? Source, TEvent Event) _taken;

    public override object? To => _taken.Destination;

    public override string With => typeof(TEvent).Name;

    /// <summary>Makes room for so many more events; the caller holds the mailbox's lock.</summary>
    public void Reserve(int more) => _ring.Reserve(more);

    /// <summary>Adds an event; the caller holds the mailbox's lock.</summary>
    public void Add(IAccept<TEvent> destination, GObj? source, in TEvent e) => _ring.Add((destination, source, e));

    public override void Take() => _taken = _ring.Take();

    public override void Deliver(GAplic gaplic)
    {
        if (_taken.Destination is not GObj { IsDestroyed: true })
        {
            try
            {
                _taken.Destination.Receive(in _taken.Event, _taken.Source is { IsDestroyed: false } alive ? alive : null);
            }
            catch (Exception x)
            {
                gaplic.ReportFault(_taken.Destination, x);
            }
        }

        _taken = default;
    }
}
