namespace FsmKit.Testing.Tests.Systems.Small;

/// <summary>Waits for an order to go, or for ten seconds.</summary>
[GClass, Input<EvGo>]
public sealed partial class Waiter : GObj
{
    /// <summary>Action after ten seconds.</summary>
    public Action Late { get; set; } = static () => { };

    private enum State
    {
        [Hot, On<EvGo>(Next = Served)]
        Waiting,

        [After(10_000, nameof(AcLate)), On<EvGo>(Next = Waiting)]
        Served,
    }

    private void AcLate() => Late();
}
