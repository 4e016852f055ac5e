namespace FsmKit.Testing.Tests.Systems.Failover;

/// <summary>Makes one cup after the other, until it is terminated in the midst of it; looks at the boiler before each one.</summary>
[GClass]
[Input<EvOrder>, Input<EvLevel>, Input<EvHot>, Input<EvPoured>, Input<EvTerminate>]
public sealed partial class Brewer : GObj
{
    /// <summary>Has the water.</summary>
    public Boiler Boiler { get; set; } = null!;

    /// <summary>Gets the answers.</summary>
    public Keeper Keeper { get; set; } = null!;

    /// <summary>Takes it that there is water at first, without a look.</summary>
    public bool IsTrusting { get; set; }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (IsTrusting)
        {
            Post(this, new EvLevel(1));
        }
        else
        {
            AcLook();
        }
    }

    private enum State
    {
        [On<EvLevel>(Next = Ready, When = nameof(HasWater)), On<EvLevel>(Next = Empty), On<EvTerminate>(nameof(AcGo), Next = Gone)]
        [Defer<EvOrder>, Refuse]
        Looking,

        [On<EvOrder>(nameof(AcHeat), Next = Heating), On<EvTerminate>(nameof(AcGo), Next = Gone)]
        [Refuse]
        Ready,

        [On<EvOrder>(nameof(AcDeny)), On<EvTerminate>(nameof(AcGo), Next = Gone)]
        [Refuse]
        Empty,

        [On<EvHot>(nameof(AcPour), Next = Pouring), On<EvTerminate>(nameof(AcGo), Next = Gone)]
        [Refuse]
        Heating,

        [On<EvPoured>(nameof(AcServe), Next = Looking), On<EvTerminate>(nameof(AcGo), Next = Gone)]
        [Refuse]
        Pouring,

        [Final]
        Gone,
    }

    private static bool HasWater(in EvLevel e) => e.Water > 0;

    private void AcLook() => Post(Boiler, new EvLook(this));

    private void AcHeat() => Post(Boiler, new EvHeat(this));

    private void AcPour() => Post(Boiler, new EvPour(this));

    private void AcServe()
    {
        Post(Keeper, new EvAnswered(IsServed: true));
        AcLook();
    }

    private void AcDeny() => Post(Keeper, new EvAnswered(IsServed: false));

    private void AcGo() => Post(Keeper, new EvGone());
}
