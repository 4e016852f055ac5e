using FsmKit.Net;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Reconnecting;

/// <summary>A connex keeps a connection to servers that are killed and started again.</summary>
public static class ReconnectingScenarios
{
    internal static readonly ExploreOptions Options = new()
    {
        Faults = new MemoryFaults
        {
            FragmentSends = true,
            FragmentReceives = true,
            MaxDelay = TimeSpan.FromMilliseconds(30),
            ShuffleReadiness = true,
            Resets = 0.01,
            ConnectFailures = 0.2,
        },
        FailOnRefusal = false,
    };

    /// <summary>The connection is kept.</summary>
    public static Scenario Kept { get; } = new("reconnecting", static world => _ = SetUp(world, configure: null), Options);

    /// <summary>The connection is made when it is needed, the queue is short, and the output holds little.</summary>
    public static Scenario OnDemand { get; } = new("reconnecting on demand", static world => _ = SetUp(world, ConnectOnDemand), Options with { PipeCapacity = 20_000 });

    /// <summary>Without faults after connecting all messages come, also those sent while an idle connection is being closed.</summary>
    public static Scenario Calm { get; } = new("reconnecting in calm", static world => SetUpCalm(world), Options with { Faults = Options.Faults with { Resets = 0 }, PipeCapacity = 20_000, FailOnRefusal = true });

    internal static void ConnectOnDemand(GConnex connex)
    {
        (connex.TimeoutInactivity, connex.QueueCapacity) = (TimeSpan.FromMilliseconds(20), 4);
        connex.ConfigureGsock = static gsock => (gsock.OutbufOverflow, gsock.HighWaterMark, gsock.LowWaterMark) = (50_000, 10_000, 1000);
    }

    private static void SetUpCalm(World world)
    {
        var ledger = new Ledger(world);
        var isShort = world.Choose();
        world.Loop("server", loop => loop.Create<FrameServer>("server", x => (x.World, x.Ledger, x.IsCalm) = (world, ledger, true)));
        void Configure(GConnex connex)
        {
            ConnectOnDemand(connex);
            if (isShort)
            {
                // The output is full before it is high, so that the rest follows when it has drained.
                connex.ConfigureGsock = static gsock => (gsock.OutbufOverflow, gsock.HighWaterMark) = (20_000, 60_000);
            }

            (connex.TimeoutInactivity, connex.QueueCapacity) = (TimeSpan.FromMilliseconds(world.Choose(5, 20, 100)), 1000);
        }

        var client = world.Loop("client").Create<FrameClient>("client", x => (x.World, x.Ledger, x.Left, x.IsCalm, x.Configure) = (world, ledger, 10, true, Configure));
        world.Always("water marks are told soon", () => !client.IsSettled || client.IsHigh == client.Connex.Gsock.IsCongested || (client.IsHigh && client.Connex.QueuedMessages > 0));
        world.Always("nothing waits in front of an empty output", () => !client.IsSettled || client.Connex.QueuedMessages == 0 || client.Connex.Gsock.PendingBytes > 0);
        world.Eventually("all is over", () => client.Connex is { IsDisconnected: true, QueuedMessages: 0 } && world.Network.Connections == 0);
        world.Eventually("each message came", () => ledger.IsComplete);
    }

    /// <summary>Makes the system, and returns the loop of the client.</summary>
    internal static GAplic SetUp(World world, Action<GConnex>? configure)
    {
        var ledger = new Ledger(world);
        var @operator = world.Loop("operator").Create<Operator>("operator", x =>
            (x.World, x.Start) = (world, loop => loop.Create<FrameServer>("server", server => (server.World, server.Ledger) = (world, ledger))));
        var client = world.Loop("client").Create<FrameClient>("client", x => (x.World, x.Ledger, x.Left, x.Configure) = (world, ledger, 8, configure));
        var isOnDemand = client.Connex.TimeoutInactivity > TimeSpan.Zero;
        world.Eventually("there is a connection, or none is needed", () => isOnDemand ? client.Connex.IsDisconnected : client.Connex.IsConnected);
        world.Always("nothing is dropped for newer messages", () => client.Connex is { DroppedMessages: 0 } connex && connex.QueuedMessages <= connex.QueueCapacity);
        world.Eventually("nothing waits to be sent", () => client.Connex.QueuedMessages == 0);
        world.Eventually("each message came, or a connection ended that it may have been lost with", () => ledger.IsBalanced);
        world.Eventually("only that connection is left", () => world.Network.Connections == (isOnDemand ? 0 : 1));
        world.Eventually("a server runs", () => @operator.Server is not null);
        return client.Gaplic;
    }
}
