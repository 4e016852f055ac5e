using FsmKit;

namespace VendingSample;

/// <summary>A motor that turns once at each order.</summary>
[GClass]
[Input<EvTurn>]
[Output<EvTurned>]
public sealed partial class Motor : GObj
{
    /// <summary>Duration of a turn. Default 1 s.</summary>
    [Parameter]
    public partial TimeSpan TurnTime { get; set; } = TimeSpan.FromSeconds(1);

    private enum State : byte
    {
        /// <summary>At rest.</summary>
        [On<EvTurn>(Next = Turning)]
        Still,

        /// <summary>On its way round.</summary>
        [After(nameof(TurnTime), nameof(AcTell), Next = Still)]
        [Refuse]
        Turning,
    }

    private void AcTell() => Publish(new EvTurned());
}
