namespace FsmKit.Simulations.Scarcity;

/// <summary>Changes the number of descriptors of a process some times, and leaves it enough at the end.</summary>
[GClass]
[Input<EvRation>]
public sealed partial class Rationer : GObj
{
    private int _left;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>The descriptors of the process.</summary>
    public DescriptorTable Table { get; set; } = null!;

    /// <summary>The number that is enough.</summary>
    public int Enough { get; set; }

    private enum State
    {
        [On<EvRation>(nameof(AcRation))]
        Rationing,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _left = World.Choose(4);
        AcRation();
    }

    private void AcRation()
    {
        if (_left-- > 0)
        {
            Table.Limit = World.Choose(Enough + 1);
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 10, 150, 2_000)), new EvRation());
        }
        else
        {
            Table.Limit = Enough;
        }
    }
}

/// <summary>Change the number of descriptors.</summary>
public readonly record struct EvRation;
