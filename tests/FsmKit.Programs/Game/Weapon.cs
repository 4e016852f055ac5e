namespace FsmKit.Programs.Game;

/// <summary>A weapon with a magazine.</summary>
[GClass]
[Input<EvFirePressed>, Input<EvReloadPressed>]
[Output<EvShot>, Output<EvClick>]
public sealed partial class Weapon : GObj
{
    private int _rounds;

    /// <summary>Number of rounds in the full magazine. Default 6.</summary>
    [Parameter]
    public partial int Magazine { get; set; } = 6;

    /// <summary>Time until the next shot. Default 250 ms.</summary>
    [Parameter]
    public partial TimeSpan CoolDown { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Duration of reloading. Default 2 s.</summary>
    [Parameter]
    public partial TimeSpan ReloadTime { get; set; } = TimeSpan.FromSeconds(2);

    private enum State : byte
    {
        /// <summary>Able to shoot.</summary>
        [On<EvFirePressed>(nameof(AcShoot), Next = Cooling)]
        [On<EvReloadPressed>(Next = Reloading)]
        Ready,

        /// <summary>A shot has just been fired.</summary>
        [After(nameof(CoolDown), Next = Empty, When = nameof(IsEmpty))]
        [After(nameof(CoolDown), Next = Ready)]
        [Ignore<EvFirePressed>]
        [Defer<EvReloadPressed>]
        Cooling,

        /// <summary>Out of rounds.</summary>
        [On<EvFirePressed>(nameof(AcClick))]
        [On<EvReloadPressed>(Next = Reloading)]
        Empty,

        /// <summary>The magazine is being changed.</summary>
        [After(nameof(ReloadTime), nameof(AcFill), Next = Ready)]
        [Ignore<EvFirePressed>, Ignore<EvReloadPressed>]
        Reloading,
    }

    /// <inheritdoc/>
    protected override void StartUp() => AcFill();

    private bool IsEmpty() => _rounds == 0;

    private void AcFill() => _rounds = Magazine;

    private void AcShoot() => Publish(new EvShot(--_rounds));

    private void AcClick() => Publish(new EvClick());
}
