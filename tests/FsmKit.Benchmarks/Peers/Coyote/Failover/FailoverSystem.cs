namespace FsmKit.Peers.Failover;

/// <summary>Makes a keeper and a plug.</summary>
internal static class FailoverSystem
{
    public static void SetUp(IActorRuntime runtime, bool trusts = false, bool forgets = false)
    {
        runtime.RegisterMonitor<Answered>();
        runtime.CreateActor(typeof(Plug), new EvSetUp<ActorId>(runtime.CreateActor(typeof(Keeper), new EvSetUp<(bool, bool)>((trusts, forgets)))));
    }
}
