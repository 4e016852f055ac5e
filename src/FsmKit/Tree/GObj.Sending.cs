using System.Diagnostics;

namespace FsmKit;

public abstract partial class GObj
{
    /// <summary>
    /// Sends the event with this gobj as the sender. The event is handled before the call returns, unless the outcome is
    /// <see cref="Outcome.Queued"/> or <see cref="Outcome.Deferred"/>.
    /// </summary>
    /// <returns>The outcome of the event. An exception of an action reaches the caller; a refusal is an outcome and not an exception.</returns>
    [DebuggerStepThrough]
    protected Outcome Send<TEvent>(IAccept<TEvent> destination, in TEvent e)
        where TEvent : struct, allows ref struct =>
        destination.Receive(in e, this);

    /// <summary>
    /// Queues the event with this gobj as the sender, for the next turn of the destination's loop. Thread-safe. A destination that is no
    /// gobj gets the event from this gobj's loop.
    /// </summary>
    /// <returns>
    /// <see cref="Outcome.Queued"/>; <see cref="Outcome.Refused"/> when that loop's queue is full, which is logged; <see cref="Outcome.Destroyed"/>
    /// when the destination has been destroyed.
    /// </returns>
    protected Outcome Post<TEvent>(IAccept<TEvent> destination, in TEvent e)
        where TEvent : struct
    {
        ArgumentNullException.ThrowIfNull(destination);
        var gaplic = destination is GObj gobj ? gobj.Gaplic : Gaplic;
        return gaplic.Mailbox.Add(destination, this, in e);
    }

    /// <summary>
    /// Queues an event of the gobj to itself for the next turn of the loop. The event is not refused when the loop's queue is full.
    /// </summary>
    /// <remarks>
    /// <see cref="GAplicOptions.PostCapacity"/> does not limit such events. The caller must limit them, to a few per gobj at the same time.
    /// <see cref="GAplic.ReservePosts{TEvent}"/> reserves memory for them, so that posting allocates nothing later.
    /// </remarks>
    /// <exception cref="InvalidCastException">The gclass does not accept the event.</exception>
    protected void PostAlways<TEvent>(in TEvent e)
        where TEvent : struct => Gaplic.Mailbox.Add((IAccept<TEvent>)this, this, in e, always: true);
}
