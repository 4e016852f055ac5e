using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>
/// Many clients send numbered messages through everything that can go wrong, and connect again after each reset: what comes, comes in
/// order; what does not come was announced by the one end of its connection.
/// </summary>
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Nothing_is_lost_that_was_not_announced(int seed)
    {
        var books = Run(Weather with { Seed = seed }, clients: 20, messages: 10_000, pipeCapacity: 1000);

        Assert.True(books is { Broken: > 3, FailedAttempts: > 0 });
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

    private static StormBooks Run(MemoryFaults faults, int clients, int messages, int pipeCapacity)
    {
        using var net = new MemoryNet(faults, pipeCapacity);
        var books = new StormBooks(messages);
        var server = net.App.Create<StormServer>("server", server => server.Books = books);
        var listener = server.Create<GServerSock>("listener", static listener => listener.Host = "127.0.0.1");
        for (var i = 0; i < clients; i++)
        {
            net.App.Create<StormClient>($"client_{i}", client => (client.Books, client.Port) = (books, listener.Port));
        }

        net.Until(() => books.Finished == clients && server.Open == 0);
        net.Pass(10);

        books.Close();
        Assert.Equal((0, 1, 0), (listener.NGsocks, server.ChildCount, net.Network.Connections));
        Assert.Null(net.Network.NextDelivery);
        Assert.Equal(1, net.Reactor.LinkCount);
        return books;
    }
}
