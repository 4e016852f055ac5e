using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Hosting;

/// <content>The gobjs at the root of the tree.</content>
public sealed partial class LoopBuilder
{
    internal List<LoopStep> Steps { get; } = [];

    /// <summary>
    /// Describes a gobj directly below the loop. It is created on the loop's thread when the loop starts, in the order of these calls. Arguments of its
    /// constructor are services of the host.
    /// </summary>
    /// <param name="name">Name of the gobj; null for none.</param>
    /// <param name="configure">
    /// Sets parameters. The settings of the loop (<see cref="Section"/>) are written afterwards and override these values. Null sets
    /// nothing.
    /// </param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    public RootBuilder<T> Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        string? name = null, Action<T>? configure = null, Naming naming = Naming.Plain)
        where T : GObj => Add(Injected.Make<T>, name, configure is null ? null : (gobj, _) => configure(gobj), naming);

    /// <summary>Describes a gobj directly below the loop, whose parameters need services.</summary>
    /// <param name="name">Name of the gobj; null for none.</param>
    /// <param name="configure">Sets parameters.</param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    public RootBuilder<T> Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        string? name, Action<T, IServiceProvider> configure, Naming naming = Naming.Plain)
        where T : GObj
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(Injected.Make<T>, name, configure, naming);
    }

    /// <summary>Describes a gobj directly below the loop, which the delegate constructs.</summary>
    /// <param name="make">Constructs the gobj, as in <c>services => new Shop(services.GetRequiredService&lt;IStock>(), 7)</c>.</param>
    /// <param name="name">Name of the gobj; null for none.</param>
    /// <param name="configure">Sets parameters. Null sets nothing.</param>
    /// <param name="naming">Use of the name: as it is, unique in the loop, or as a prefix.</param>
    public RootBuilder<T> Create<T>(
        Func<IServiceProvider, T> make, string? name = null, Action<T, IServiceProvider>? configure = null, Naming naming = Naming.Plain)
        where T : GObj
    {
        ArgumentNullException.ThrowIfNull(make);
        return Add(make, name, configure, naming);
    }

    /// <summary>
    /// Adds code that runs on the loop's thread at each start of the loop, after the creation of the gobjs that were described before, for
    /// example to subscribe gobjs to each other.
    /// </summary>
    public LoopBuilder Setup(Action<GAplic, IServiceProvider> setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        Steps.Add(new SetupStep(setup));
        return this;
    }

    private RootBuilder<T> Add<T>(Func<IServiceProvider, T> make, string? name, Action<T, IServiceProvider>? configure, Naming naming)
        where T : GObj
    {
        var root = new RootBuilder<T>(make, name, configure, naming);
        Steps.Add(root.Step);
        return root;
    }
}
