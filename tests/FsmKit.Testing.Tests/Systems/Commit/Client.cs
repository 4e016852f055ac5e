namespace FsmKit.Testing.Tests.Systems.Commit;

/// <summary>Writes one value, and reads it back when it was committed.</summary>
[GClass]
[Input<EvWritten>, Input<EvValue>]
public sealed partial class Client : GObj
{
    /// <summary>Coordinator of the writes.</summary>
    public Coordinator Coordinator { get; set; } = null!;

    /// <summary>Value to write.</summary>
    public int Value { get; set; }

    /// <summary>Under which key.</summary>
    public string Key { get; set; } = "x";

    /// <summary>The world that it is in.</summary>
    public World World { get; set; } = null!;

    /// <inheritdoc/>
    protected override void StartUp() => Post(Coordinator, new EvWrite(this, Key, Value));

    /// <summary>Lets the schedule choose.</summary>
    public int Choose(int count) => World.Choose(count);

    private enum State
    {
        [Hot, On<EvWritten>(nameof(AcRead), Next = Reading, When = nameof(IsCommitted)), On<EvWritten>(Next = Done)]
        [Refuse]
        Writing,

        [Hot, On<EvValue>(nameof(AcCompare), Next = Done)]
        [Refuse]
        Reading,

        [Final]
        Done,
    }

    private static bool IsCommitted(in EvWritten e) => e.IsCommitted;

    private void AcRead() => Post(Coordinator, new EvRead(this, Key));

    private void AcCompare(in EvValue e) => World.Check(e.Value == Value, $"{Name} wrote {Value} and read {e.Value}.");
}
