using FsmKit;

namespace VendingSample;

/// <summary>A motor that turns once when it is told to.</summary>
[GClass]
[Input<EvTurn>]
[Output<EvTurned>]
public sealed partial class Motor : GObj
{
    /// <summary>How long a turn takes.</summary>
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
