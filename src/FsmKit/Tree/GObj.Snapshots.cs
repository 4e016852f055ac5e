using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Snapshots of a gobj, and gobjs out of snapshots. docs/snapshots.md is the guide.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Whether the gobj is being restored from a snapshot at this moment: true in its <see cref="StartUp"/> and in what is called from there. State, kept members and
    /// timeouts are back already.
    /// </summary>
    protected bool IsRestoring => _gaplic?.Restoring is { } restoring && restoring.Owner == this;

    /// <summary>
    /// Takes a snapshot: state, history, kept members, timeouts with what is left of them, events that are deferred or posted. Between transitions only. The gobj goes on as if
    /// nothing had happened.
    /// </summary>
    /// <param name="children">Whether to take one of each child too, and of theirs. Children whose gclass has no version are left out.</param>
    /// <remarks>Only the loop's thread may call, while the loop runs.</remarks>
    /// <exception cref="GObjException">A transition is under way; or the gobj is destroyed; or this is another thread than the one that runs the loop.</exception>
    /// <exception cref="MachineSnapshotException">The gclass has no version; or an event that waits, or a kept member, cannot be written as JSON.</exception>
    public MachineSnapshot Snapshot(bool children = false)
    {
        RequireLoopThread();
        if (FsmVersion == 0)
        {
            throw SnapshotVersions.None(this);
        }

        if ((Gate & (MachineGate.Destroyed | MachineGate.NotStarted)) != 0)
        {
            throw new GObjException($"{this} is {(IsDestroyed ? "destroyed" : "not started")}: there is nothing to take a snapshot of.");
        }

        if ((Gate & (MachineGate.Busy | MachineGate.Draining | MachineGate.Starting)) != 0)
        {
            throw InsideTransition();
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new GObjException($"The tree is too deep to take snapshots of {this} and of what is below it at once. Take them of parts of it.");
        }

        var writer = new SnapshotWriter(this);
        FsmSave(writer);
        return writer.Done(children ? [.. Children.Where(static child => child.FsmVersion != 0).Select(static child => child.Snapshot(children: true))] : []);
    }

    /// <summary>
    /// Creates a gobj as the youngest child of this one and brings it to where a snapshot was. As <see cref="Create{T}"/>, but no entry actions run; when
    /// <see cref="StartUp"/> does, the state, kept members, timeouts and deferred events are those of the snapshot.
    /// </summary>
    /// <param name="snapshot">The snapshot. One of an older version goes through the gclass's <c>Migrate</c> method.</param>
    /// <param name="name">The name, or null for that of the snapshot.</param>
    /// <param name="configure">Writes its parameters, as in <see cref="Create{T}"/>.</param>
    /// <param name="naming">How the name is used.</param>
    /// <remarks>
    /// The children of the snapshot are restored where <see cref="StartUp"/> creates one of the same gclass and name; the others are handed to
    /// <see cref="RestoreChild"/>. A named timeout that <see cref="StartUp"/> starts, and that the snapshot has too, has what is left of it in the snapshot.
    /// </remarks>
    /// <exception cref="MachineSnapshotException">The snapshot does not fit. Nothing of the gobj remains.</exception>
    public T Restore<T>(MachineSnapshot snapshot, string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj, new()
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Make(name ?? snapshot.Name, configure, naming, snapshot);
    }

    /// <summary>
    /// Restores a child that <see cref="StartUp"/> has not created, such as one that an action had created: override it, and call <see cref="Restore{T}"/> with
    /// its gclass, or leave the child out.
    /// </summary>
    /// <exception cref="MachineSnapshotException">The method is not overridden.</exception>
    protected virtual void RestoreChild(MachineSnapshot child)
    {
        ArgumentNullException.ThrowIfNull(child);
        throw new MachineSnapshotException(
            $"The snapshot of {this} has a child {child.GClass}:{child.Name}, which its StartUp does not create: override RestoreChild in {Machine.Name} and restore it there, as in "
            + $"Restore<{child.GClass}>(child).");
    }

    internal GObjException InsideTransition() =>
        new($"{this} is inside a transition, and a snapshot shows what is between two: take it when the action is through, "
            + "for instance where the event was sent, or in a PostCallback.");

    internal void MakeRestoredChild(MachineSnapshot child) => RestoreChild(child);

    private void StartFrom(SnapshotReader from)
    {
        var around = Gaplic.Restoring;
        Gaplic.Restoring = from;
        try
        {
            Gate = (Gate & MachineGate.Flags) | from.Load();
            from.Resume();
            Start(from);
        }
        finally
        {
            Gaplic.Restoring = around;
        }
    }
}
