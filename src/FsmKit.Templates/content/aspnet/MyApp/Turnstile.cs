using FsmKit;

namespace MyApp;

/// <summary>A coin falls in.</summary>
public readonly record struct EvCoin;

/// <summary>A guest pushes.</summary>
public readonly record struct EvPush;

/// <summary>A turnstile: a coin opens it for one guest, or for a limited time.</summary>
[GClass, Input<EvCoin>, Input<EvPush>]
public sealed partial class Turnstile : GObj
{
    /// <summary>Number of guests so far.</summary>
    public int Guests { get; private set; }

    /// <summary>Time after which an unused turnstile locks again. Default 5 s. A change of the configuration counts at once.</summary>
    [Parameter(Reload = true)]
    public partial TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    private enum State : byte
    {
        /// <summary>A guest needs a coin first.</summary>
        [On<EvCoin>(Next = Unlocked)]
        [Refuse<EvPush>]
        Locked,

        /// <summary>One guest may pass.</summary>
        [On<EvPush>(nameof(AcPass), Next = Locked)]
        [After(nameof(Patience), Next = Locked)]
        [Ignore<EvCoin>]
        Unlocked,
    }

    private void AcPass() => Guests++;
}
