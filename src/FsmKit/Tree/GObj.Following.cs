using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>What follows a transition without an event from outside: rows of the kind Always and Done, the end of the machine.</content>
public abstract partial class GObj
{
    /// <summary>As many rows without an event may follow one transition.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected const int MostFollowing = 100;

    /// <summary>Whether the gobj has entered a <see cref="FinalAttribute"/> state at the top of its machine: it takes no event any more.</summary>
    public bool IsFinished => (Gate & MachineGate.Finished) != 0;

    /// <summary>
    /// Sends the event to the gobj itself: inside an action it is handled when the action's transition is through, before anything that others have
    /// sent meanwhile. The same as <see cref="Send{TEvent}"/> to itself.
    /// </summary>
    /// <returns><see cref="Outcome.Queued"/> inside an action; else what became of the event.</returns>
    /// <exception cref="GObjException">The event is no input of the gclass.</exception>
    protected Outcome Raise<TEvent>(in TEvent e)
        where TEvent : struct, allows ref struct =>
        this is IAccept<TEvent> self
            ? self.Receive(in e, this)
            : throw UndeclaredInput.Of<TEvent>(this, "it could not be raised", "AcRaised");

    /// <summary>Says that rows without an event follow each other without end. The gobj stays where it is.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected void ReportCircle() => Log.GoesInCircles(Gaplic.Logger, this, MostFollowing, StateName);

    /// <summary>Ends the machine, and tells the parent.</summary>
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
