namespace FsmKit.Testing.Tests.Systems.Espresso;

/// <summary>Presses buttons without sense, a few times.</summary>
[GClass]
[Input<EvPress>]
public sealed partial class CrazyUser : GObj
{
    /// <summary>Has the buttons.</summary>
    public ControlPanel Panel { get; set; } = null!;

    /// <summary>Chooses the buttons.</summary>
    public World World { get; set; } = null!;

    /// <summary>Counts the presses to come.</summary>
    public int Presses { get; set; } = 5;

    /// <inheritdoc/>
    protected override void StartUp() => Post(this, new EvPress());

    private enum State
    {
        [Hot, On<EvPress>(nameof(AcPress), Next = Tired, When = nameof(IsLast)), On<EvPress>(nameof(AcGoOn))]
        Pressing,

        [Final]
        Tired,
    }

    private bool IsLast() => Presses == 1;

    private void AcGoOn()
    {
        AcPress();
        Post(this, new EvPress());
    }

    private void AcPress()
    {
        Presses--;
        World.Choose<Action>(
            () => Post(Panel, new EvEspressoButton()),
            () => Post(Panel, new EvSteamerOn()),
            () => Post(Panel, new EvSteamerOff()),
            () => Post(Panel, new EvOpenDoor()),
            () => Post(Panel, new EvCloseDoor()),
            () => Post(Panel, new EvReset()))();
    }
}
