namespace FsmKit.Testing.Tests.Systems.Failover;

/// <summary>Is pulled a few times, at moments that the schedule chooses.</summary>
[GClass]
[Input<EvPull>]
public sealed partial class Plug : GObj
{
    /// <summary>Keeper that hears of a pulled plug.</summary>
    public Keeper Keeper { get; set; } = null!;

    /// <summary>Counts the pulls to come.</summary>
    public int Pulls { get; set; } = 2;

    /// <inheritdoc/>
    protected override void StartUp() => Post(this, new EvPull());

    private enum State
    {
        [On<EvPull>(nameof(AcPull), Next = Done, When = nameof(IsLast)), On<EvPull>(nameof(AcGoOn))]
        Pulling,

        [Final]
        Done,
    }

    private bool IsLast() => Pulls == 1;

    private void AcPull()
    {
        Pulls--;
        Post(Keeper, new EvUnplug());
    }

    private void AcGoOn()
    {
        AcPull();
        Post(this, new EvPull());
    }
}
