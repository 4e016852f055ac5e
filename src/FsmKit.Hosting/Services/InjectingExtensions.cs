using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Hosting;

/// <summary>Extension methods that create gobjs whose constructors take services.</summary>
public static class InjectingExtensions
{
    /// <summary>
    /// Creates a gobj as the youngest child of <paramref name="parent"/>. Arguments of its constructor are services of the loop
    /// (<see cref="GAplic.Services"/>). Otherwise as <see cref="GObj.Create{T}(string, Action{T}, Naming)"/>.
    /// </summary>
    /// <param name="parent">The parent. In a gclass, write <c>this.CreateInjected&lt;T&gt;()</c>.</param>
    /// <param name="name">Name of the new gobj; null for none.</param>
    /// <param name="configure">Sets parameters. Settings of the loop are written afterwards. Null sets nothing.</param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    /// <exception cref="GObjException">The loop has no services.</exception>
    /// <exception cref="InvalidOperationException">A service is missing.</exception>
    public static T CreateInjected<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this GObj parent, string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj
    {
        var services = ServicesOf<T>(parent);
        return parent.Create(() => Injected.Make<T>(services), name, configure, naming);
    }

    /// <summary>
    /// Creates a gobj whose constructor takes services, and restores a snapshot into it. Otherwise as
    /// <see cref="GObj.Restore{T}(MachineSnapshot, string, Action{T}, Naming)"/>.
    /// </summary>
    /// <param name="parent">The parent.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="name">Name of the new gobj; null for the name in the snapshot.</param>
    /// <param name="configure">Sets parameters. Null sets nothing.</param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    /// <exception cref="GObjException">The loop has no services.</exception>
    /// <exception cref="MachineSnapshotException">The snapshot does not fit the gclass.</exception>
    public static T RestoreInjected<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this GObj parent, MachineSnapshot snapshot, string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj
    {
        var services = ServicesOf<T>(parent);
        return parent.Restore(() => Injected.Make<T>(services), snapshot, name, configure, naming);
    }

    private static IServiceProvider ServicesOf<T>(GObj parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return parent.Gaplic.Services ?? throw new GObjException(
            $"{parent} cannot create a {typeof(T).Name} with services: {parent.Gaplic} has none. Host the loop with AddFsmKit, or set GAplicOptions.Services.");
    }
}
