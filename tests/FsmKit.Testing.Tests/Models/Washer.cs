namespace FsmKit.Testing.Tests.Models;

/// <summary>Laundry of so many kilograms is put in.</summary>
public readonly record struct EvLoad(int Kilograms);

/// <summary>The button is pressed.</summary>
public readonly record struct EvButton;

/// <summary>The door of the machine is opened.</summary>
public readonly record struct EvDoor;

/// <summary>A washing machine: composites, a deep history, timeouts, an end, deferred events, rows without an event.</summary>
[GClass]
[Input<EvLoad>, Input<EvButton>, Input<EvDoor>]
public sealed partial class Washer : GObj
{
    private int _kilograms;

    /// <summary>Number of washes.</summary>
    public int Washed { get; private set; }

    /// <summary>Load in kilograms.</summary>
    public int Kilograms => _kilograms;

    private enum State : byte
    {
        [On<EvLoad>(nameof(AcLoad), When = nameof(Fits)), On<EvButton>(Next = Washing, When = nameof(IsLoaded)), Ignore<EvDoor>]
        [Refuse]
        Empty,

        [Done(nameof(AcCount), Next = Empty), On<EvDoor>(Next = Open), Defer<EvLoad>]
        Washing,

        [Inside(Washing), After(1000, Next = Warm), Ignore<EvButton>]
        Cold,

        [Inside(Washing), Always(Next = Through, When = nameof(IsLight)), On<EvButton>(Next = Through)]
        Warm,

        [Inside(Washing), Final]
        Through,

        [Inside(Washing), History(Deep = true)]
        WhereItWas,

        [Idle(5000, Next = WhereItWas), On<EvButton>(Next = WhereItWas), Ignore<EvDoor>]
        [Refuse]
        Open,
    }

    private bool Fits(in EvLoad e) => e.Kilograms is > 0 and <= 8;

    private bool IsLoaded() => _kilograms > 0;

    private bool IsLight() => _kilograms < 3;

    private void AcLoad(in EvLoad e) => _kilograms = e.Kilograms;

    private void AcCount()
    {
        Washed++;
        _kilograms = 0;
    }
}
