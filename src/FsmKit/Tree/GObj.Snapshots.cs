using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Snapshots of a gobj, and restoring a gobj from a snapshot. The guide is docs/snapshots.md.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Whether the gobj is being restored from a snapshot at this moment. True in <see cref="StartUp"/> and in methods called from there;
    /// state, timeouts and members with <see cref="KeptAttribute"/> are then restored already.
    /// </summary>
    protected bool IsRestoring => _gaplic?.Restoring is { } restoring && restoring.Owner == this;

    /// <summary>
    /// Takes a snapshot: state, history, members with <see cref="KeptAttribute"/>, timeouts with the time that is left, deferred and posted
    /// events. Possible only between transitions. The gobj is not changed.
    /// </summary>
    /// <param name="children">
    /// Whether to include snapshots of the children, and of their children. A child whose gclass has no
    /// <see cref="GClassAttribute.Version"/> is left out.
    /// </param>
    /// <remarks>While the loop runs, only its thread may call.</remarks>
    /// <exception cref="GObjException">
    /// A transition is in progress; or the gobj is destroyed; or the loop runs in another thread; or the tree is deeper than the stack allows.
    /// </exception>
    /// <exception cref="MachineSnapshotException">
    /// The gclass has no <see cref="GClassAttribute.Version"/>; or an event or a member cannot be written as JSON.
    /// </exception>
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
    /// Creates a gobj as the youngest child of this one and restores a snapshot into it. The steps are those of
    /// <see cref="Create{T}(string, Action{T}, Naming)"/>, but no entry actions run. When <see cref="StartUp"/> is called, the state,
    /// timeouts, deferred events and members with <see cref="KeptAttribute"/> are those of the snapshot.
    /// </summary>
    /// <param name="snapshot">The snapshot. A snapshot of an older version is converted by the gclass's <c>Migrate</c> method.</param>
    /// <param name="name">Name of the new gobj; null for the name in the snapshot.</param>
    /// <param name="configure">Sets parameters of the new gobj, as in <see cref="Create{T}(string, Action{T}, Naming)"/>. Null sets nothing.</param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    /// <remarks>
    /// A child in the snapshot is restored when <see cref="StartUp"/> creates a child of the same gclass and name. The other children are
    /// passed to <see cref="RestoreChild"/>. A timeout that <see cref="StartUp"/> starts with <c>StartTimer</c> and that the snapshot also
    /// contains gets the remaining time in the snapshot.
    /// </remarks>
    /// <exception cref="MachineSnapshotException">The snapshot does not fit the gclass. The new gobj is removed again.</exception>
    public T Restore<T>(MachineSnapshot snapshot, string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj, new()
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        RequireParent<T>(name);
        return Make(new T(), name ?? snapshot.Name, configure, naming, snapshot);
    }

    /// <summary>
    /// Creates a gobj with a constructor of the caller's choice and restores a snapshot into it; otherwise as
    /// <see cref="Restore{T}(MachineSnapshot, string, Action{T}, Naming)"/>.
    /// </summary>
    /// <param name="make">Constructs the gobj, as in <c>() => new Shop(stock)</c>. Called once, on the loop's thread.</param>
    /// <param name="snapshot">The snapshot. A snapshot of an older version is converted by the gclass's <c>Migrate</c> method.</param>
    /// <param name="name">Name of the new gobj; null for the name in the snapshot.</param>
    /// <param name="configure">Sets parameters of the new gobj. Null sets nothing.</param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    /// <exception cref="MachineSnapshotException">The snapshot does not fit the gclass. The new gobj is removed again.</exception>
    public T Restore<T>(Func<T> make, MachineSnapshot snapshot, string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Make(MakeWith(make, name), name ?? snapshot.Name, configure, naming, snapshot);
    }

    /// <summary>
    /// Restores a child that <see cref="StartUp"/> has not created, for example one that an action had created. An override calls
    /// <see cref="Restore{T}(MachineSnapshot, string, Action{T}, Naming)"/> with the child's gclass, or does nothing to leave the child out.
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
