namespace FsmKit;

public abstract partial class GObj
{
    /// <summary>Sends the event, with this gobj as its source; it has been handled when the call returns.</summary>
    /// <returns>What became of it. Only an exception of an action gets out of here; everything else is a value.</returns>
    protected Outcome Send<TEvent>(IAccept<TEvent> destination, in TEvent e)
        where TEvent : struct, allows ref struct =>
        destination.Receive(in e, this);

    /// <summary>Queues the event, with this gobj as its source, for the next cycle of the destination's loop.</summary>
    /// <returns><see cref="Outcome.Queued"/>; <see cref="Outcome.Refused"/> when that loop's queue is full (it is in the log).</returns>
    protected Outcome Post<TEvent>(IAccept<TEvent> destination, in TEvent e)
        where TEvent : struct
    {
        ArgumentNullException.ThrowIfNull(destination);
        var gaplic = destination is GObj gobj ? gobj.Gaplic : Gaplic;
        return gaplic.Mailbox.Add(destination, this, in e);
    }

    /// <summary>
    /// Posts an event to itself that must not be lost, also when the loop's queue is full: one of them at a time, so that the number of gobjs
    /// bounds them.
    /// </summary>
    internal void PostToSelf<TEvent>(IAccept<TEvent> self, in TEvent e)
        where TEvent : struct => Gaplic.Mailbox.Add(self, this, in e, always: true);
}
