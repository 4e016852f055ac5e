using System.Diagnostics;

namespace FsmKit;

/// <summary>
/// Posted events of one type that were posted inside activities, while there is a listener to spans. They have a separate lane, because the entries
/// of <see cref="PostLane{TEvent}"/> have no room for the activity.
/// </summary>
internal sealed class PosterLane<TEvent> : PostLane
    where TEvent : struct
{
    public static readonly int Number = NextNumber();
    private PostRing<Posted> _ring = new();

    public override object? To => _ring.Taken.Destination;

    public override string With => typeof(TEvent).Name;

    public override GObj? NextSource => _ring.Take().Source;

    /// <summary>Reserves room for one more event. The caller holds the mailbox's lock.</summary>
    public void Reserve() => _ring.Reserve(1);

    /// <summary>Adds an event, for which there must be room. The caller holds the mailbox's lock.</summary>
    public void Add(Activity poster, IAccept<TEvent> destination, GObj? source, in TEvent e) =>
        _ring.Add() = new Posted { Poster = poster, Destination = destination, Source = source, Event = e };

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
                gaplic.SetPoster(posted.Poster);
                posted.Destination.Receive(in posted.Event, posted.Source is { IsDestroyed: false } alive ? alive : null);
                gaplic.SetPoster(null);
            }

            _ring.Free();
        }
    }

    public override void Fail(GAplic gaplic, Exception fault)
    {
        gaplic.SetPoster(null);
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
        public Activity Poster;
        public IAccept<TEvent> Destination;
        public GObj? Source;
        public TEvent Event;
    }
}
