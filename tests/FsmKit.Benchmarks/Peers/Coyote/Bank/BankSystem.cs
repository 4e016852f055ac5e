namespace FsmKit.Peers.Bank;

/// <summary>Makes a bank and its clients.</summary>
internal static class BankSystem
{
    public static void SetUp(IActorRuntime runtime, Bugs bugs)
    {
        runtime.RegisterMonitor<Answered>();
        var server = runtime.CreateActor(typeof(Server), new EvSetUp<Bugs>(bugs));
        runtime.CreateActor(typeof(Client), new EvSetUp<(ActorId, int, int)>((server, 1, 15)));
        runtime.CreateActor(typeof(Client), new EvSetUp<(ActorId, int, int)>((server, 2, 16)));
    }
}
