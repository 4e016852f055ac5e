using System.ComponentModel;

namespace FsmKit;

/// <content>What a generated gclass that has a version does for its snapshots; not for use in hand-written code.</content>
public abstract partial class GObj
{
    /// <summary>The version of the gclass; 0 takes no snapshots.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int FsmVersion => 0;

    internal int SnapshotVersion => FsmVersion;

    /// <summary>The first of its timers, or null.</summary>
    internal LoopTimer? FirstTimer => _timers;

    /// <summary>The current leaf as the index of a state; -1 without a table.</summary>
    internal int LeafState => (Gate & MachineGate.State) is var leaf && leaf < Machine.Leaves.Count ? Machine.Leaves[leaf] : -1;

    /// <summary>Brings a snapshot to a newer version; null where the gclass does not say how.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual MachineSnapshot? FsmMigrate(MachineSnapshot old) => null;

    /// <summary>Tells a snapshot what only the gclass knows.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmSave(SnapshotWriter to)
    {
    }

    /// <summary>Takes over what only the gclass knows.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmLoad(SnapshotReader from)
    {
    }

    /// <summary>Takes over what waits of one input.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmLoadInput(SnapshotReader from, int input)
    {
    }

    /// <summary>Arms the timer of a state's timeout.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmArm(int timer, TimeSpan left)
    {
    }

    /// <summary>
    /// Starts again what belongs to a state and cannot be kept. After a restore, once for each state that the gobj is in, the outermost first; timeouts and deferred events
    /// are back, and <see cref="StartUp"/> has run.
    /// </summary>
    /// <param name="state">Index of the state in the description.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmResume(int state)
    {
    }

    internal MachineSnapshot? MigrateSnapshot(MachineSnapshot old) => FsmMigrate(old);

    internal void LoadSnapshot(SnapshotReader from) => FsmLoad(from);

    internal void LoadSnapshotInput(SnapshotReader from, int input) => FsmLoadInput(from, input);

    internal void ArmTimer(int timer, TimeSpan left) => FsmArm(timer, left);

    internal void ResumeState(int state) => FsmResume(state);

    /// <summary>The timer of that number, which was armed before.</summary>
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
