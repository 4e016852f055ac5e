using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Two servers of one loop, whose channels write into one buffer each and answer each other's requests in any order, over a network that cuts and
/// delays: each byte that a client gets belongs to the answer that it waits for.
/// </summary>
[Trait("Category", "Slow")]
public class MixTests
{
    private const int Clients = 12;
    private const int Requests = 25;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void No_byte_goes_to_the_wrong_client(int seed)
    {
        using var bench = new HttpBench(Faults(seed), pipeCapacity: 20_000);
        var mixer = new Mixer(bench.Audience, seed);
        GHttpServer[] servers = [bench.Serve(), bench.Serve()];
        var peers = Enumerable.Range(0, Clients).Select(i => bench.Connect(servers[i % 2])).ToArray();
        for (var i = 0; i < Clients; i++)
        {
            Mixer.SendAll(peers[i], i, Requests);
        }

        bench.Until(
            () =>
            {
                mixer.AnswerSome();
                return mixer.Answered == Clients * Requests && peers.All(static peer => peer.Ending == "FIN");
            },
            step: 1);
        for (var i = 0; i < Clients; i++)
        {
            Mixer.Check(peers[i], i, Requests, isWhole: true);
        }
    }

    [Theory, InlineData(7), InlineData(8), InlineData(9)]
    public void What_breaks_in_between_harms_nobody_else(int seed)
    {
        using var bench = new HttpBench(Faults(seed) with { Resets = 0.01 }, pipeCapacity: 20_000);
        var mixer = new Mixer(bench.Audience, seed);
        GHttpServer[] servers = [bench.Serve(), bench.Serve()];
        var peers = Enumerable.Range(0, Clients).Select(i => bench.Connect(servers[i % 2])).ToArray();
        for (var i = 0; i < Clients; i++)
        {
            Mixer.SendAll(peers[i], i, Requests);
        }

        bench.Until(
            () =>
            {
                mixer.AnswerSome();
                return peers.All(static peer => peer.Ending != "open") && servers.All(static server => server.NChannels == 0);
            },
            step: 1);
        Assert.Contains(peers, static peer => peer.Ending == "RST");
        for (var i = 0; i < Clients; i++)
        {
            Mixer.Check(peers[i], i, Requests, isWhole: false);
        }
    }

    private static MemoryFaults Faults(int seed) => new()
    {
        Seed = seed,
        MaxDelay = TimeSpan.FromMilliseconds(seed % 3),
        FragmentSends = true,
        FragmentReceives = seed % 2 == 0,
        ShuffleReadiness = true,
        SpuriousReadiness = 0.1,
    };
}
