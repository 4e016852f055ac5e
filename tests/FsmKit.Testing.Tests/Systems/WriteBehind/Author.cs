namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>Writes 1, 2, 3 and so on, each number when the one before was taken.</summary>
[GClass]
[Input<EvWritten>]
public sealed partial class Author : GObj
{
    /// <summary>Takes the writes.</summary>
    public CacheLine Line { get; set; } = null!;

    /// <summary>Number of writes.</summary>
    public int Writes { get; set; }

    /// <summary>The last number that the cache has taken.</summary>
    public int Written { get; private set; }

    /// <inheritdoc/>
    protected override void StartUp() => AcWrite();

    private enum State
    {
        [Hot, On<EvWritten>(nameof(AcCount), Next = Done, When = nameof(IsLast)), On<EvWritten>(nameof(AcGoOn))]
        Writing,

        [Final]
        Done,
    }

    private bool IsLast() => Written + 1 == Writes;

    private void AcCount() => Written++;

    private void AcGoOn()
    {
        AcCount();
        AcWrite();
    }

    private void AcWrite() => Post(Line, new EvWrite(this, Written + 1));
}
