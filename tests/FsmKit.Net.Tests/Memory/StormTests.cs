using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>
/// Many clients that send numbered messages through all faults, and connect again after each reset. Checks that messages come in order, and
/// that lost ones belong to a connection whose end was announced once.
/// </summary>
[Trait("Category", "Slow")]
public class StormTests
{
    private static readonly MemoryFaults Weather = new()
    {
        MinDelay = TimeSpan.FromMilliseconds(0.5),
        MaxDelay = TimeSpan.FromMilliseconds(4),
        FragmentSends = true,
        FragmentReceives = true,
        Resets = 0.001,
        ConnectFailures = 0.05,
        AcceptFailures = 0.02,
        SpuriousReadiness = 0.02,
        ShuffleReadiness = true,
    };

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_is_lost_that_was_not_announced(int seed)
    {
        var books = Run(Weather with { Seed = seed }, clients: 20, messages: 10_000, pipeCapacity: 150 * seed);

        Assert.True(books.Broken > 3);
    }

    [Fact]
    public void Without_resets_a_storm_loses_nothing_at_all()
    {
        var books = Run(Weather with { Resets = 0 }, clients: 20, messages: 10_000, pipeCapacity: 100);

        Assert.Equal((10_000, 10_000, 0), (books.Received, books.Echoed, books.Broken));
    }

    [Fact]
    public void A_million_messages_add_up()
    {
        var books = Run(Weather with { Resets = 0.000_1 }, clients: 50, messages: 1_000_000, pipeCapacity: 2000);

        Assert.True(books.Broken > 100);
        Assert.InRange(books.Received, 800_000, 999_999);
    }

    [Fact]
    public void The_same_seed_is_the_same_storm()
    {
        var first = Run(Weather with { Seed = 7 }, clients: 10, messages: 5_000, pipeCapacity: 1000);
        var again = Run(Weather with { Seed = 7 }, clients: 10, messages: 5_000, pipeCapacity: 1000);
        var other = Run(Weather with { Seed = 8 }, clients: 10, messages: 5_000, pipeCapacity: 1000);

        Assert.Equal(first.History, again.History);
        Assert.NotEqual(first.History, other.History);
    }

    [Fact]
    public async Task A_storm_between_two_threads_adds_up_too()
    {
        const int Clients = 20;
        var cancellation = TestContext.Current.CancellationToken;
        var faults = Weather with { MinDelay = TimeSpan.Zero, MaxDelay = TimeSpan.FromMilliseconds(1), AcceptFailures = 0 };
        var network = new MemoryNetwork(faults: faults) { PipeCapacity = 1000 };
        var books = new StormBooks(50_000);
        using var serving = new GAplic("serving", new GAplicOptions { Reactor = new MemoryReactor(network) });
        using var asking = new GAplic("asking", new GAplicOptions { Reactor = new MemoryReactor(network) });
        var server = Serve(serving, books);
        var running = Task.Factory.StartNew(() => serving.Run(cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Ask(asking, books, Clients, server.Port);
        while (books.Finished < Clients)
        {
            cancellation.ThrowIfCancellationRequested();
            asking.RunOnce(TimeSpan.FromSeconds(1));
        }

        Assert.True(SpinWait.SpinUntil(() => books.ServerEnds == books.Connections && network.NextDelivery is null, TimeSpan.FromSeconds(20)));
        serving.Stop();
        await running;
        books.Close();
        Assert.Equal(0, network.Connections);
    }

    private static GServerSock Serve(GAplic app, StormBooks books) =>
        app.Create<StormServer>("server", server => server.Books = books).Create<GServerSock>("listener", static listener => listener.Host = "127.0.0.1");

    private static void Ask(GAplic app, StormBooks books, int clients, int port)
    {
        for (var i = 0; i < clients; i++)
        {
            app.Create<StormClient>($"client_{i}", client => (client.Books, client.Port) = (books, port));
        }
    }

    private static StormBooks Run(MemoryFaults faults, int clients, int messages, int pipeCapacity)
    {
        using var net = new MemoryNet(faults, pipeCapacity);
        var books = new StormBooks(messages);
        var listener = Serve(net.App, books);
        var server = (StormServer)listener.Parent!;
        Ask(net.App, books, clients, listener.Port);

        net.Until(() => books.Finished == clients && server.Open == 0);
        net.Pass(10);

        books.Close();
        Assert.Equal((0, 1, 0), (listener.NGsocks, server.ChildCount, net.Network.Connections));
        Assert.Null(net.Network.NextDelivery);
        Assert.Equal(1, net.Reactor.LinkCount);
        return books;
    }
}
