namespace FsmKit.Testing.Tests.Systems.Small;

/// <summary>Waits ten seconds for an order to go.</summary>
[GClass, Input<EvGo>]
public sealed partial class Deadline : GObj
{
    /// <summary>Whether the deadline is missed.</summary>
    public bool IsMissed => CurrentState == State.Missed;

    private enum State
    {
        [On<EvGo>(Next = Met), After(10_000, Next = Missed)]
        Waiting,

        [Final]
        Met,

        [Final]
        Missed,
    }
}
