namespace FsmKit;

/// <summary>Somebody to whom an event can be sent. A gclass implements it for each of its <c>[Input&lt;E&gt;]</c>.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IAccept<TEvent>
    where TEvent : struct, allows ref struct
{
    /// <summary>Takes the event. Use <c>Send</c>; this is what it calls.</summary>
    /// <param name="e">The event; borrowed memory in it is valid only during the call.</param>
    /// <param name="source">The gobj that sends it; null when it comes from outside the tree, or its sender is gone.</param>
    /// <remarks>The event comes first because most rows need nothing else: it stays in its register on the way to the action.</remarks>
    Outcome Receive(in TEvent e, GObj? source);
}
