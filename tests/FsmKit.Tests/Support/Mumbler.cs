namespace FsmKit.Tests;

/// <summary>Event that cannot be put into words.</summary>
public readonly record struct EvMumble
{
    public override string ToString() => throw new NotSupportedException("on purpose");
}

/// <summary>Event with borrowed memory that cannot be put into words.</summary>
public readonly ref struct EvMumbleBorrowed
{
    public override string ToString() => throw new NotSupportedException("on purpose");
}

/// <summary>Hears events that cannot be put into words.</summary>
[GClass]
[Input<EvMumble>, Input<EvMumbleBorrowed>]
public sealed partial class Mumbler : GObj
{
    public int Heard { get; private set; }

    private enum State : byte
    {
        [On<EvMumble>(nameof(AcHear)), On<EvMumbleBorrowed>(nameof(AcHear))]
        Listening,
    }

    private void AcHear() => Heard++;
}
