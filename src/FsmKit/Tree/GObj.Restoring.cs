using System.ComponentModel;

namespace FsmKit;

/// <content>Members for the snapshots of a generated gclass with a version; not for hand-written code.</content>
public abstract partial class GObj
{
    /// <summary>Version of the gclass, <see cref="GClassAttribute.Version"/>; 0 for a gclass without snapshots.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int FsmVersion => 0;

    internal int SnapshotVersion => FsmVersion;

    /// <summary>First timer of the gobj, or null.</summary>
    internal LoopTimer? FirstTimer => _timers;

    /// <summary>State index of the current leaf; -1 for a gobj without a table.</summary>
    internal int LeafState => (Gate & MachineGate.State) is var leaf && leaf < Machine.Leaves.Count ? Machine.Leaves[leaf] : -1;

    /// <summary>Converts a snapshot to a newer version; null if the gclass has no <c>Migrate</c> method.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual MachineSnapshot? FsmMigrate(MachineSnapshot old) => null;

    /// <summary>
    /// Writes the gclass's own data into a snapshot: members with <see cref="KeptAttribute"/>, deferred and posted events, and events of
    /// <c>StartTimer</c>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmSave(SnapshotWriter to)
    {
    }

    /// <summary>Reads the gclass's own data from a snapshot.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmLoad(SnapshotReader from)
    {
    }

    /// <summary>Reads one event of an input from a snapshot: a deferred or posted event, or the event of a timeout.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmLoadInput(SnapshotReader from, int input)
    {
    }

    /// <summary>Arms the timer of a state timeout with the time that is left.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmArm(int timer, TimeSpan left)
    {
    }

    /// <summary>
    /// Restarts the parts of a state that a snapshot cannot keep, such as asynchronous work. Called after a restore, once for each current state, the
    /// outermost first. Timeouts and deferred events are then restored already, and <see cref="StartUp"/> has run.
    /// </summary>
    /// <param name="state">Index of the state in <see cref="MachineDescription.States"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmResume(int state)
    {
    }

    internal MachineSnapshot? MigrateSnapshot(MachineSnapshot old) => FsmMigrate(old);

    internal void LoadSnapshot(SnapshotReader from) => FsmLoad(from);

    internal void LoadSnapshotInput(SnapshotReader from, int input) => FsmLoadInput(from, input);

    internal void ArmTimer(int timer, TimeSpan left) => FsmArm(timer, left);

    internal void ResumeState(int state) => FsmResume(state);

    /// <summary>Returns the timer with a number. The timer has been armed before.</summary>
    internal LoopTimer TimerAt(int number)
    {
        var timer = _timers;
        while (timer!.Number != number)
        {
            timer = timer.NextOfOwner;
        }

        return timer;
    }

    internal NamedTimer<TEvent>? TimerOf<TEvent>()
        where TEvent : struct => FindTimer<TEvent>();

    internal LoopTimer Resume<TEvent>(IAccept<TEvent> accepts, TimeSpan left, TimeSpan period, in TEvent e)
        where TEvent : struct
    {
        var timer = FindTimer<TEvent>() ?? new NamedTimer<TEvent>(this, accepts);
        timer.Resume(left, period, in e);
        return timer.Timer;
    }
}
