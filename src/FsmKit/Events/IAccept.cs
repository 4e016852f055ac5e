namespace FsmKit;

/// <summary>
/// Receives events of type <typeparamref name="TEvent"/>. A gclass implements this interface for each of its <c>[Input&lt;E&gt;]</c> attributes.
/// </summary>
/// <typeparam name="TEvent">Type of the event.</typeparam>
public interface IAccept<TEvent>
    where TEvent : struct, allows ref struct
{
    /// <summary>Handles the event. Do not call this method directly: <c>Send</c> calls it.</summary>
    /// <param name="e">The event. The memory to which a <c>ref struct</c> event refers is valid only during the call.</param>
    /// <param name="source">The sending gobj; null when the event comes from outside the tree or the sender has been destroyed.</param>
    /// <remarks>
    /// The event is the first parameter because most rows need no other parameter: the event then stays in its CPU register until the
    /// action.
    /// </remarks>
    Outcome Receive(in TEvent e, GObj? source);
}
