using FsmKit.Simulations.Chaos;
using FsmKit.Simulations.Dialing;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Expecting;
using FsmKit.Simulations.Failover;
using FsmKit.Simulations.Frames;
using FsmKit.Simulations.Handshakes;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Listening;
using FsmKit.Simulations.Prefaces;
using FsmKit.Simulations.Preloads;
using FsmKit.Simulations.Reconnecting;
using FsmKit.Simulations.Requests;
using FsmKit.Simulations.Restarting;
using FsmKit.Simulations.Scarcity;
using FsmKit.Simulations.Serving;
using FsmKit.Simulations.SlowHeads;
using FsmKit.Simulations.Snapshots;
using FsmKit.Simulations.Spilling;
using FsmKit.Simulations.Switching;
using FsmKit.Simulations.Timers;
using FsmKit.Simulations.Trickling;

namespace FsmKit.Simulations.Running;

/// <summary>Every scenario that the suite and the long run take.</summary>
public static class AllScenarios
{
    private static readonly Scenario[] All =
    [
        EchoScenarios.Quiet,
        EchoScenarios.Rough,
        EchoScenarios.Narrow,
        EchoScenarios.Secure,
        EchoScenarios.SecureRough,
        DialScenario.Dialing,
        ChaosScenarios.Plain,
        ChaosScenarios.Broken,
        HttpScenarios.Quiet,
        HttpScenarios.Rough,
        ReconnectingScenarios.Kept,
        HttpScenarios.Events,
        HttpScenarios.Stopping,
        HttpScenarios.StoppingProxied,
        HttpScenarios.StoppingInTime,
        HttpScenarios.Stalling,
        HttpScenarios.Limited,
        HttpScenarios.Closing,
        HttpScenarios.Rare,
        HttpScenarios.Wrong,
        TricklingScenario.Trickling,
        ExpectingScenario.Expecting,
        ExpectingScenario.Rough,
        SlowHeadScenario.SlowHeads,
        SwitchingScenario.Switching,
        SwitchingScenario.Rough,
        HttpScenarios.Pooled,
        HttpScenarios.PooledRough,
        ReconnectingScenarios.OnDemand,
        ReconnectingScenarios.Calm,
        FailoverScenario.Failover,
        FrameScenario.Sessions,
        PreloadScenarios.Written,
        PreloadScenarios.Full,
        StallScenario.Stalled,
        RestartingScenario.Restarting,
        RequestScenarios.InOrder,
        RequestScenarios.Resent,
        RequestScenarios.OnDemand,
        ServingScenarios.Workers,
        ServingScenarios.KilledWorker,
        ServingScenarios.Gate,
        PrefaceScenarios.Crowded,
        AbortScenarios.Aborting,
        AbortScenarios.Pooled,
        SpillingScenarios.Spilling,
        SpillingScenarios.BadDisk,
        ListeningScenarios.Listener,
        ListeningScenarios.Service,
        ListeningScenarios.Threaded,
        ScarcityScenarios.Servers,
        ScarcityScenarios.Connex,
        ScarcityScenarios.ConnexOnDemand,
        ScarcityScenarios.Http,
        SnapshotScenario.Moving,
        SnapshotScenario.Twins,
        TimerScenarios.Timers,
    ];

    /// <summary>Their names; with <c>FSMKIT_SIMULATION_ONLY</c> in the environment that one alone.</summary>
    public static TheoryData<string> Names => [.. All.Select(static scenario => scenario.Name).Where(IsAsked)];

    /// <summary>Number of scenarios.</summary>
    public static int Count => Names.Count;

    /// <summary>Finds one by its name.</summary>
    public static Scenario Find(string name) => All.Single(scenario => scenario.Name == name);

    private static bool IsAsked(string name) => Environment.GetEnvironmentVariable("FSMKIT_SIMULATION_ONLY") is not { Length: > 0 } only || name == only;
}
