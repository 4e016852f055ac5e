namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>Reads a few times. Checks that no number is older than the last write before the read, or than the read before.</summary>
[GClass]
[Input<EvValue>]
public sealed partial class Reader : GObj
{
    private int _least;

    /// <summary>Cache line to read.</summary>
    public CacheLine Line { get; set; } = null!;

    /// <summary>Author of the numbers.</summary>
    public Author Author { get; set; } = null!;

    /// <summary>The world that the reader is in.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of reads that are left.</summary>
    public int Reads { get; set; }

    /// <inheritdoc/>
    protected override void StartUp() => AcRead();

    private enum State
    {
        [Hot, On<EvValue>(nameof(AcCheck), Next = Done, When = nameof(IsLast)), On<EvValue>(nameof(AcGoOn))]
        Reading,

        [Final]
        Done,
    }

    private bool IsLast() => Reads == 0;

    private void AcRead()
    {
        Reads--;
        _least = Math.Max(_least, Author.Written);
        Post(Line, new EvRead(this));
    }

    private void AcCheck(in EvValue e)
    {
        World.Check(e.Value >= _least, $"{Name} read {e.Value} when {_least} was written.");
        _least = e.Value;
    }

    private void AcGoOn(in EvValue e)
    {
        AcCheck(in e);
        AcRead();
    }
}
