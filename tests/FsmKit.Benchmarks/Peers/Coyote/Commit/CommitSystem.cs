namespace FsmKit.Peers.Commit;

/// <summary>Makes a coordinator and its clients.</summary>
internal static class CommitSystem
{
    public static void SetUp(IActorRuntime runtime, int clients, bool isHasty = false, bool sharesKey = false, bool refuses = false)
    {
        runtime.RegisterMonitor<Answered>();
        var coordinator = runtime.CreateActor(typeof(Coordinator), new EvSetUp<(bool, bool)>((isHasty, refuses)));
        for (var i = 1; i <= clients; i++)
        {
            runtime.CreateActor(typeof(Client), new EvSetUp<(ActorId, int, int)>((coordinator, sharesKey ? 0 : i, i)));
        }
    }
}
