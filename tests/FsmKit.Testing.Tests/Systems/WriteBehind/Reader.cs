namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>Reads a few times: no number is older than what was written before the read began, or than what was read before.</summary>
[GClass]
[Input<EvValue>]
public sealed partial class Reader : GObj
{
    private int _least;

    /// <summary>Where the number is read.</summary>
    public CacheLine Line { get; set; } = null!;

    /// <summary>Who writes the numbers.</summary>
    public Author Author { get; set; } = null!;

    /// <summary>The world that the reader is in.</summary>
    public World World { get; set; } = null!;

    /// <summary>How many reads there are still to be.</summary>
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
