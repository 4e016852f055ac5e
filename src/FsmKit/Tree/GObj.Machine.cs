using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>
/// Members for generated dispatch; not for hand-written code. The names of overridable members begin with <c>Fsm</c>, so that they do not collide
/// with names in a gclass.
/// </content>
public abstract partial class GObj
{
#pragma warning disable CA1051 // A field, because each dispatch reads and writes it: a property would hide that it is one word.
    /// <summary>
    /// Current state in the low byte, as an index in <see cref="MachineDescription.Leaves"/>; above it, the bits of
    /// <see cref="MachineGate"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected int Gate = MachineGate.NotStarted;
#pragma warning restore CA1051

    /// <summary>Description of the gclass.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual MachineDescription FsmMachine => MachineDescriptions.None;

    /// <summary>
    /// Whether events wait while an action runs. False with <see cref="Reentrancy.Nested"/>, or if the generator could prove that no event
    /// can arrive meanwhile.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual bool FsmWaitsWhenBusy => false;

    /// <summary>Number of events that wait for the end of the running transition or are deferred.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int FsmKept => 0;

    /// <summary>
    /// Queues of the events that wait for the end of the running transition or are deferred, in the order of handling. For
    /// <see cref="Describe"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual IReadOnlyList<WaitingEvents?> FsmQueues => [];

    /// <summary>
    /// Returns the innermost state in which a state with a history (<see cref="HistoryAttribute"/>) was left last, as its index in
    /// <see cref="MachineDescription.Leaves"/> plus one; 0 if never. For descriptions and snapshots.
    /// </summary>
    /// <param name="state">Index of the state with the history inside.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int FsmLeftIn(int state) => 0;

    /// <summary>Arms the timeouts of the initial state and runs its entry actions.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmEnterInitialState()
    {
    }

    /// <summary>
    /// Handles the next event that waits: first events that the gobj has sent to itself, then events that are no longer deferred, then the
    /// others.
    /// </summary>
    /// <returns>False when no event is left.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual bool FsmHandleKept() => false;

    /// <summary>Decides whether an event is handled now, later or never. Called while a bit of <see cref="MachineGate"/> is set.</summary>
    /// <exception cref="GObjException">The gobj was never started.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected Admission Admit(int input)
    {
        if ((Gate & MachineGate.Destroyed) != 0)
        {
            if (_gaplic is not null)
            {
                Log.SentToDestroyed(Logger, Machine.Inputs[input].Name, this);
            }

            return Admission.Gone;
        }

        if ((Gate & MachineGate.NotStarted) != 0)
        {
            throw new GObjException(
                $"{this} has not been started and accepts no {Machine.Inputs[input].Name}: make it with Create<{Machine.Name}>() on a "
                + "GAplic or on another gobj, and send to it after that.");
        }

        RequireLoopThread();
        if ((Gate & MachineGate.Finished) != 0)
        {
            Log.SentToFinished(Logger, Machine.Inputs[input].Name, this, StateName);
            return Admission.Finished;
        }

        return (Gate & MachineGate.Busy) != 0 ? Admission.Wait : Admission.Run;
    }

    /// <summary>Keeps an event until the running transition has ended.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Outcome KeepWaiting<TEvent>(WaitingEvents waiting, EventFifo<TEvent> queue, int input, GObj? source, in TEvent e)
        where TEvent : struct
    {
        ArgumentNullException.ThrowIfNull(waiting);
        if (IsFull(waiting, input))
        {
            return Outcome.Refused;
        }

        waiting.Add(queue, input, source, in e);
        Gate |= MachineGate.Waiting;
        if ((Gate & MachineGate.Recorded) != 0)
        {
            RecordWaits(input, in e);
        }

        TellKept();
        return Outcome.Queued;
    }

    /// <summary>Keeps a deferred event until the gobj has changed to another state.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Outcome KeepDeferred<TEvent>(WaitingEvents deferred, EventFifo<TEvent> queue, int input, GObj? source, in TEvent e)
        where TEvent : struct
    {
        ArgumentNullException.ThrowIfNull(deferred);
        if (IsFull(deferred, input))
        {
            return Outcome.Refused;
        }

        deferred.AddDeferred(queue, input, source, in e, Gate & MachineGate.State);
        TellKept();
        return Outcome.Deferred;
    }

    /// <summary>
    /// Refuses an event that borrows memory (a <c>ref struct</c>) and therefore cannot wait for the end of the running action.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Outcome RefuseBorrowed(int input)
    {
        Log.BorrowedWhileBusy(Logger, Machine.Inputs[input].Name, this);
        TellRefusal(input, Words.Borrowed);
        return Outcome.Refused;
    }

    /// <summary>Sets the current state, for a change that no row of the table makes.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void MoveTo(int state)
    {
        RequireLoopThread();
        var before = Gate & MachineGate.State;
        Gate = (Gate & MachineGate.Flags) | state;
        if (before != state && EffectiveTrace != MachineTraceLevel.Off)
        {
            MachineTrace.NewState(this, Machine.StateName(state));
        }
    }

    /// <summary>Checks, in a debug build of the gclass, that the caller runs on the loop's thread.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Conditional("DEBUG")]
    protected void AssertLoopThread() => RequireLoopThread();

    /// <summary>Ends a transition and handles the events that have waited for its end.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Settle()
    {
        Gate &= ~MachineGate.Busy;
        if ((Gate & (MachineGate.Waiting | MachineGate.Draining)) == MachineGate.Waiting)
        {
            HandleAllWaiting();
        }
    }

    /// <summary>
    /// Checks that enough stack is left, so that gobjs that send to each other endlessly cause an exception and not the end of the process.
    /// The same comparison detects a thread that is not the loop's.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void EnsureStack() => _gaplic?.RequireStack(this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HandleAllWaiting()
    {
        Gate |= MachineGate.Draining;
        while (!IsDestroyed && HandlesNext())
        {
        }

        Gate &= ~(MachineGate.Draining | MachineGate.Waiting);
    }

    /// <summary>Handles the next kept event and logs an exception of it: the sender has already returned.</summary>
    private bool HandlesNext()
    {
        try
        {
            return FsmHandleKept();
        }
        catch (Exception x)
        {
            Gaplic.ReportFault(this, x);
            return true;
        }
    }

    private bool IsFull(WaitingEvents kept, int input)
    {
        if (FsmKept < kept.Capacity)
        {
            return false;
        }

        Log.QueueFull(Logger, Machine.Inputs[input].Name, this, kept.Capacity);
        TellRefusal(input, Words.QueueFull);
        return true;
    }

    private void TellKept()
    {
        if ((Gate & MachineGate.Observed) != 0)
        {
            Figures.Kept(this, FsmKept);
        }
    }
}
