namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>Lets memory be short a few times.</summary>
[GClass]
[Input<EvPress>]
public sealed partial class Pressure : GObj
{
    /// <summary>Cache line that may be evicted.</summary>
    public CacheLine Line { get; set; } = null!;

    /// <summary>The world that the pressure is in.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of times that memory may become short.</summary>
    public int Times { get; set; }

    /// <inheritdoc/>
    protected override void StartUp() => Post(this, new EvPress());

    private enum State
    {
        [On<EvPress>(Next = Over, When = nameof(IsOver)), On<EvPress>(nameof(AcPress))]
        Pressing,

        [Final]
        Over,
    }

    private bool IsOver() => Times == 0;

    private void AcPress()
    {
        Times--;
        if (World.Choose())
        {
            Post(Line, new EvEvict());
        }

        Post(this, new EvPress());
    }
}
