namespace FsmKit.Testing.Tests.Systems.Small;

/// <summary>Leaves a gobj with a timer behind when it is destroyed, if so configured.</summary>
[GClass, Input<EvGo>]
public sealed partial class Heir : GObj
{
    /// <summary>Whether it leaves one.</summary>
    public bool HasHeir { get; set; }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        if (HasHeir && !Gaplic.IsDestroyed)
        {
            Gaplic.Create<Deadline>("heir");
        }
    }

    private enum State
    {
        [Ignore<EvGo>]
        Alive,
    }
}
