using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Consequences of a transition that need no event: rows of the kind Always and Done, and the end of the machine.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Maximum number of rows without an event (<see cref="AlwaysAttribute"/>, <see cref="DoneAttribute"/>) that run after one transition.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected const int MostFollowing = 100;

    /// <summary>
    /// Whether the gobj has entered a <see cref="FinalAttribute"/> state at the top level of its machine. A finished gobj accepts no more events.
    /// </summary>
    public bool IsFinished => (Gate & MachineGate.Finished) != 0;

    /// <summary>
    /// Sends the event to this gobj itself, as <see cref="Send{TEvent}"/> does. Inside an action, the event is handled after the action's
    /// transition has ended and before events of other senders; with <see cref="Reentrancy.Nested"/>, it is handled at once.
    /// </summary>
    /// <returns><see cref="Outcome.Queued"/> if the event waits for the end of the transition; otherwise its outcome.</returns>
    /// <exception cref="GObjException">The gclass does not declare the event as an input.</exception>
    protected Outcome Raise<TEvent>(in TEvent e)
        where TEvent : struct, allows ref struct =>
        this is IAccept<TEvent> self
            ? self.Receive(in e, this)
            : throw UndeclaredInput.Of<TEvent>(this, "it could not be raised", "AcRaised");

    /// <summary>Logs that rows without an event follow each other endlessly. The gobj stays in its current state.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected void ReportCircle() => Log.GoesInCircles(Logger, this, MostFollowing, StateName);

    /// <summary>Marks the machine as finished and sends <see cref="EvFinished"/> to the parent, if the parent accepts this event.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void EnterFinal()
    {
        Gate |= MachineGate.Finished;
        if (Parent is IAccept<EvFinished> parent)
        {
            parent.Receive(new EvFinished(this), this);
        }
    }
}
