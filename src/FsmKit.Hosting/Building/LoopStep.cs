namespace FsmKit.Hosting;

/// <summary>One step of the start of a loop.</summary>
internal abstract class LoopStep
{
    /// <summary>The step as an error names it: <c>Shop:front</c>.</summary>
    public abstract string Title { get; }

    /// <summary>Takes the step, on the loop's thread.</summary>
    /// <returns>The root gobj that was created, with its way to finish; null when the step creates none.</returns>
    public abstract RootGObj? Take(GAplic gaplic, IServiceProvider services);
}

/// <summary>Code of the application.</summary>
internal sealed class SetupStep(Action<GAplic, IServiceProvider> setup) : LoopStep
{
    public override string Title => "its setup";

    public override RootGObj? Take(GAplic gaplic, IServiceProvider services)
    {
        setup(gaplic, services);
        return null;
    }
}

/// <summary>The creation of a gobj.</summary>
internal sealed class RootStep<T>(Func<IServiceProvider, T> make, string? name, Action<T, IServiceProvider>? configure, Naming naming) : LoopStep
    where T : GObj
{
    public List<Func<T, CancellationToken, Task>> Drains { get; } = [];

    public override string Title => $"{typeof(T).Name}:{name}";

    public override RootGObj Take(GAplic gaplic, IServiceProvider services)
    {
        var gobj = gaplic.Create(() => make(services), name, configure is null ? null : made => configure(made, services), naming);
        return new RootGObj(gobj, [.. Ways(gobj)]);
    }

    private IEnumerable<Func<CancellationToken, Task>> Ways(T gobj)
    {
        foreach (var drain in Drains)
        {
            yield return cancellation => drain(gobj, cancellation);
        }

        if (gobj is IDrain itself)
        {
            yield return itself.DrainAsync;
        }
    }
}
