using FsmKit;

namespace MyApp;

/// <summary>A coin falls in.</summary>
public readonly record struct EvCoin;

/// <summary>A guest pushes.</summary>
public readonly record struct EvPush;

/// <summary>A guest has passed.</summary>
/// <param name="Guests">Number of guests so far.</param>
public readonly record struct EvPassed(int Guests);

/// <summary>A turnstile: a coin opens it for one guest, or for a limited time.</summary>
[GClass]
[Input<EvCoin>, Input<EvPush>]
[Output<EvPassed>(Optional = true)]
public sealed partial class Turnstile : GObj
{
    private int _guests;

    /// <summary>Time after which an unused turnstile locks again. Default 5 s.</summary>
    [Parameter]
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

    private void AcPass() => Publish(new EvPassed(++_guests));
}
