using System.Diagnostics;

namespace FsmKit;

/// <summary>Extension methods that send and post events from outside the tree: from <c>Main</c>, from a test or from another thread.</summary>
public static class SendExtensions
{
    /// <summary>
    /// Sends the event and returns its outcome. The event is handled before the call returns, unless the outcome is <see cref="Outcome.Queued"/> or
    /// <see cref="Outcome.Deferred"/>.
    /// </summary>
    /// <remarks>Call this method on the thread of the destination's loop. From any other thread, use <c>Post</c>.</remarks>
    [DebuggerStepThrough]
    public static Outcome Send<TEvent>(this IAccept<TEvent> destination, in TEvent e)
        where TEvent : struct, allows ref struct =>
        destination.Receive(in e, null);

    /// <summary>Queues the event for the next turn of the destination's loop. Thread-safe.</summary>
    /// <returns>
    /// <see cref="Outcome.Queued"/>; <see cref="Outcome.Refused"/> when the loop's queue is full; <see cref="Outcome.Destroyed"/> when the
    /// destination has been destroyed.
    /// </returns>
    /// <exception cref="ArgumentException">The destination is no gobj, so that it has no loop.</exception>
    public static Outcome Post<TEvent>(this IAccept<TEvent> destination, in TEvent e)
        where TEvent : struct
    {
        ArgumentNullException.ThrowIfNull(destination);
        return destination is GObj gobj
            ? gobj.Gaplic.Mailbox.Add(destination, source: null, in e)
            : throw new ArgumentException($"{destination.GetType().Name} is not a gobj, so it has no loop to post to; send to it.", nameof(destination));
    }
}
