namespace FsmKit;

/// <summary>Converts a snapshot to the version of its gclass. Throws where that is impossible.</summary>
internal static class SnapshotVersions
{
    public static MachineSnapshot Bring(GObj gobj, MachineSnapshot snapshot)
    {
        var (name, version) = (gobj.Machine.Name, gobj.SnapshotVersion);
        if (version == 0)
        {
            throw None(gobj);
        }

        if (snapshot.GClass != name)
        {
            throw new MachineSnapshotException(
                $"The snapshot is of the gclass {snapshot.GClass}, and not of {name}: restore it with Restore<{snapshot.GClass}>. Where the gclass was renamed, restore "
                + $"snapshot with {{ GClass = \"{name}\" }}.");
        }

        while (snapshot.Version < version)
        {
            snapshot = Step(gobj, snapshot);
        }

        return snapshot.Version == version ? snapshot : throw new MachineSnapshotException(
            $"The snapshot is of version {snapshot.Version} of {name}, and this program has version {version}: restore it with the program that has taken it, or a newer one.");
    }

    public static MachineSnapshotException None(GObj gobj) =>
        new($"{gobj.Machine.Name} takes no snapshots: give it a version, as in [GClass(Version = 1)].");

    private static MachineSnapshot Step(GObj gobj, MachineSnapshot old)
    {
        MachineSnapshot? next;
        try
        {
            next = gobj.MigrateSnapshot(old);
        }
        catch (Exception x)
        {
            throw new MachineSnapshotException($"{gobj.Machine.Name}.Migrate could not bring the snapshot from version {old.Version} to {gobj.SnapshotVersion}: {x.Message}", x);
        }

        if (next is null)
        {
            throw new MachineSnapshotException(
                $"The snapshot is of version {old.Version} of {gobj.Machine.Name}, which has version {gobj.SnapshotVersion} now: add a method "
                + "private static MachineSnapshot Migrate(MachineSnapshot old) to it that gives a snapshot of a newer version.");
        }

        return next.Version > old.Version ? next : throw new MachineSnapshotException(
            $"{gobj.Machine.Name}.Migrate got a snapshot of version {old.Version} and gave one of version {next.Version}: say old with {{ Version = {old.Version + 1} }} in it.");
    }
}
