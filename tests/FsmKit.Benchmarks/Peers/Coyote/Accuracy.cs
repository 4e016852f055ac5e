namespace FsmKit.Peers;

/// <summary>Checks that every node reported dead is dead.</summary>
internal sealed class Accuracy : Monitor
{
    private readonly HashSet<ActorId> _crashed = [];

    /// <summary>A node has crashed.</summary>
    internal sealed class EvCrashed(ActorId node) : Event
    {
        public ActorId Node => node;
    }

    /// <summary>A node is called dead.</summary>
    internal sealed class EvCalledDead(ActorId node) : Event
    {
        public ActorId Node => node;
    }

    [Start, OnEventDoAction(typeof(EvCrashed), nameof(AcAdd)), OnEventDoAction(typeof(EvCalledDead), nameof(AcCheck))]
    private sealed class Watching : State;

    private void AcAdd(Event e) => _crashed.Add(((EvCrashed)e).Node);

    private void AcCheck(Event e) => Assert(_crashed.Contains(((EvCalledDead)e).Node), "who is called dead is dead");
}
