namespace FsmKit.Tests.Describing;

public readonly record struct EvHeat(int Degrees = 0);

public readonly record struct EvStop;

public readonly record struct EvLook;

public readonly record struct EvLooked(int Degrees);

/// <summary>An oven with a bit of everything that a description tells.</summary>
[GClass]
[Input<EvHeat>, Input<EvStop>, Input<EvLook>, Input<EvTimeout>]
[Output<EvLooked>]
[On<EvLook>(nameof(AcLook))]
[Ignore<EvTimeout>]
public sealed partial class Oven : GObj
{
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public bool IsClosed { get; set; }

    public Action<Oven>? OnLook { get; set; }

    /// <summary>How hot it may get.</summary>
    [Parameter]
    public partial int Limit { get; set; } = 250;

    [Parameter]
    public partial string? Fails { get; }

    public partial string? Fails => throw new NotSupportedException();

    private enum State : byte
    {
        [On<EvStop>(Next = Off)]
        [After(60_000, Next = Off)]
        On,

        [Inside(On)]
        [On<EvHeat>(Next = Hot, When = nameof(IsShut))]
        [On<EvHeat>(Next = Hot, When = nameof(IsMuch))]
        [On<EvHeat>(Next = Warm)]
        [After(nameof(_patience), Next = Off)]
        Warm,

        [Inside(On)]
        [Ignore<EvHeat>, Refuse<EvLook>]
        Hot,

        [On<EvHeat>(Next = On, When = nameof(Throws)), Refuse]
        Off,
    }

    public void TellSelf()
    {
        Send(this, new EvHeat());
        Send(this, new EvLook());
        Send(this, new EvHeat());
    }

    private static bool IsMuch(in EvHeat e) => e.Degrees > 100;

    private static bool Throws() => throw new InvalidOperationException("on purpose");

    private bool IsShut() => IsClosed;

    private void AcLook()
    {
        OnLook?.Invoke(this);
        Publish(new EvLooked(Limit));
    }
}

/// <summary>Has a history, and comes to an end.</summary>
[GClass, Input<EvHeat>, Input<EvLook>, Input<EvStop>, On<EvStop>(Next = State.Gone)]
public sealed partial class Kettle : GObj
{
    private enum State : byte
    {
        [On<EvLook>(Next = Away)] On,
        [Inside(On), On<EvHeat>(Next = Boiling)] Cold,
        [Inside(On), Ignore<EvHeat>] Boiling,
        [Inside(On), History] WhereItWas,
        [On<EvLook>(Next = WhereItWas), Refuse] Away,
        [Final] Gone,
    }
}

/// <summary>Hears ovens.</summary>
[GClass, Input<EvLooked>, Input<EvStop>]
public sealed partial class Cook : GObj
{
    private enum State : byte
    {
        [Ignore<EvLooked>, Ignore<EvStop>]
        Busy,
    }
}
