using FsmKit.Net;

namespace FsmKit.Testing.Tests.Systems.Lines;

/// <summary>Hears of the ends of connections.</summary>
[GClass]
[Input<EvDisconnected>]
public sealed partial class Hearer : GObj
{
    /// <summary>Called with each of them.</summary>
    public Action<EvDisconnected> Heard { get; set; } = static _ => { };

    private enum State
    {
        [On<EvDisconnected>(nameof(AcHear))]
        Hearing,
    }

    private void AcHear(in EvDisconnected e) => Heard(e);
}
