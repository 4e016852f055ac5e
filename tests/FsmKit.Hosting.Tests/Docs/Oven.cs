// A guide, or a test, logs as a beginner does.
#pragma warning disable CA1848, CA1873
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FsmKit.Hosting.Tests.Docs;

public readonly record struct EvBake(string What);

[GClass, Input<EvBake>]
public sealed partial class Oven(ILogger<Oven> log) : GObj
{
    /// <summary>Temperature in °C.</summary>
    [Parameter(Reload = true)]
    public partial int Temperature { get; set; } = 180;

    public int Baked { get; private set; }

    private enum State : byte
    {
        [On<EvBake>(nameof(AcPutIn), Next = Baking)]
        Free,

        [After(20, nameof(AcTakeOut), Next = Free), Defer<EvBake>]
        Baking,
    }

    private void AcPutIn(in EvBake e) => log.LogInformation("{What} bakes at {Temperature} °C", e.What, Temperature);

    private void AcTakeOut() => Baked++;
}

public sealed class Orders([FromKeyedServices("kitchen")] IFsmKitLoop kitchen)
{
    public void Order(string what) => kitchen.Post("oven", new EvBake(what));

    public Task<int> CountAsync() => kitchen.InvokeAsync(() => kitchen.Root<Oven>().Baked);
}
