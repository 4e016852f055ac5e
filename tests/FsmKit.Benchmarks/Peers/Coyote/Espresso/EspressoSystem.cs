namespace FsmKit.Peers.Espresso;

/// <summary>Makes a panel, its machine and a user.</summary>
internal static class EspressoSystem
{
    public static void SetUp(IActorRuntime runtime, bool resetsAtOnce = false, bool worksWhileOpen = false)
    {
        runtime.RegisterMonitor<Answered>();
        runtime.CreateActor(typeof(CrazyUser), new EvSetUp<ActorId>(runtime.CreateActor(typeof(ControlPanel), new EvSetUp<(bool, bool)>((resetsAtOnce, worksWhileOpen)))));
    }
}
