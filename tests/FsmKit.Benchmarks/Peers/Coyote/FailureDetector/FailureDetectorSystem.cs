namespace FsmKit.Peers.FailureDetector;

/// <summary>Makes a detector, which makes all others.</summary>
internal static class FailureDetectorSystem
{
    public static void SetUp(IActorRuntime runtime, int attempts = 2, bool isForgetful = false)
    {
        runtime.RegisterMonitor<Answered>();
        runtime.RegisterMonitor<Accuracy>();
        runtime.CreateActor(typeof(Detector), new EvSetUp<(int, bool)>((attempts, isForgetful)));
    }
}
