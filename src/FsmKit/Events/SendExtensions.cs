namespace FsmKit;

/// <summary>Sends and posts from outside the tree: from <c>Main</c>, a test, another thread.</summary>
public static class SendExtensions
{
    /// <summary>Sends the event and returns what became of it; it has been handled when the call returns.</summary>
    /// <remarks>Call it on the thread of the destination's loop; from any other thread use <c>Post</c>.</remarks>
    public static Outcome Send<TEvent>(this IAccept<TEvent> destination, in TEvent e)
        where TEvent : struct, allows ref struct =>
        destination.Receive(in e, null);

    /// <summary>Queues the event for the next cycle of the destination's loop. Callable from any thread.</summary>
    /// <returns><see cref="Outcome.Queued"/>, or <see cref="Outcome.Refused"/> when the loop's queue is full.</returns>
    public static Outcome Post<TEvent>(this IAccept<TEvent> destination, in TEvent e)
        where TEvent : struct
    {
        ArgumentNullException.ThrowIfNull(destination);
        return destination is GObj gobj
            ? gobj.Gaplic.Mailbox.Add(destination, source: null, in e)
            : throw new ArgumentException($"{destination.GetType().Name} is not a gobj, so it has no loop to post to; send to it.", nameof(destination));
    }
}
