using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>
/// First actions of a process that has no descriptor left; each case in a process of its own. Without any descriptor the portable reactor
/// cannot be helped: the runtime below it needs descriptors for its threads, and ends the process.
/// </summary>
[Trait("Category", "Slow")]
public class ColdTests
{
    [Theory, EveryReactor(InMemory = false)]
    public async Task A_crowd_leaves_descriptors_to_the_process_and_its_end_is_the_first_disconnect(ReactorKind kind)
    {
        using var server = await ColdProcess.Start(kind);
        var clients = Enumerable.Range(0, 300).Select(_ => server.Client()).ToList();
        await server.Until(static state => state.Lines == 1);
        await server.IsAtRest();
        var served = server.State.Gsocks;
        Assert.InRange(served, 100, 240);

        // There is something left for another thread, for the name service, and for a connection of its own.
        await server.Say($"connect localhost {server.Address.Port}");
        await server.Until(static state => state.Last != "pending");
        Assert.Equal("connected", server.State.Last);
        await server.Say("mark");
        clients.ForEach(static client => client.Dispose());
        await server.Until(static state => state.Gsocks <= 1);

        // Those that waited were accepted in turn, which may have been another crowd.
        Assert.Equal("", server.State.Loads);
        Assert.InRange(server.State.Lines, 1, 5);
        await server.IsAtRest();
        ColdClient.Echoes(new NetworkStream(server.Client()));
    }

    [Fact]
    public async Task The_first_disconnects_end_as_they_do_when_warm()
    {
        using var server = await ColdProcess.Start(ReactorKind.Epoll);
        var clients = Enumerable.Range(0, 20).Select(_ => server.Client()).ToList();
        await server.Until(static state => state.Gsocks == 20);
        await server.Say("mark");
        await server.Say("dry");
        clients.ForEach(static client => client.Dispose());
        await server.Until(static state => state.Gsocks == 0);

        Assert.Equal(("", 0), (server.State.Loads, server.State.Lines));
        await server.IsAtRest();
        await ServesAgain(server);
    }

    [Fact]
    public async Task The_first_connection_waits_until_there_is_a_descriptor()
    {
        using var server = await ColdProcess.Start(ReactorKind.Epoll);
        await server.Say("dry");
        var client = server.Client();
        await server.Until(static state => state.Lines > 0);
        await server.IsAtRest();

        Assert.Equal(("", 0, 1), (server.State.Loads, server.State.Gsocks, server.State.Lines));
        await server.Say("wet");
        await server.Until(static state => state.Gsocks == 1);
        ColdClient.Echoes(new NetworkStream(client));
    }

    [Fact]
    public async Task Whoever_is_connected_is_served_meanwhile()
    {
        using var server = await ColdProcess.Start(ReactorKind.Epoll);
        var served = new NetworkStream(server.Client());
        await server.Until(static state => state.Gsocks == 1);
        await server.Say("dry");
        var waiting = server.Client();
        await server.Until(static state => state.Lines > 0);
        ColdClient.Echoes(served);
        await server.IsAtRest();

        Assert.Equal((1, 1), (server.State.Gsocks, server.State.Lines));
        await server.Say("wet");
        await server.Until(static state => state.Gsocks == 2);
        ColdClient.Echoes(new NetworkStream(waiting));
    }

    [Fact]
    public async Task The_first_connect_fails_and_the_next_one_does_not()
    {
        using var server = await ColdProcess.Start(ReactorKind.Epoll);
        await server.Say("dry");
        await server.Say($"connect 127.0.0.1 {server.Address.Port}");
        await server.Until(static state => state.Last != "pending");
        Assert.Equal(("ConnectFailed:TooManyOpenSockets", ""), (server.State.Last, server.State.Loads));
        await server.IsAtRest();

        await server.Say("wet");
        await server.Say($"connect 127.0.0.1 {server.Address.Port}");
        await server.Until(static state => state.Last != "pending");
        Assert.Equal("connected", server.State.Last);
    }

    [Fact]
    public async Task The_first_handshake_and_its_end_need_no_descriptor()
    {
        using var server = await ColdProcess.Start(ReactorKind.Epoll, tls: true);
        var client = server.Client();
        await server.Until(static state => state.Gsocks == 1);
        await server.Say("mark");
        await server.Say("dry");
        await using (var stream = await ColdClient.Secure(client))
        {
            ColdClient.Echoes(stream);
        }

        await server.Until(static state => state.Gsocks == 0);
        Assert.Equal(("", 0), (server.State.Loads, server.State.Lines));
        await server.IsAtRest();
        await server.Say("wet");
        await using var next = await ColdClient.Secure(server.Client());
        ColdClient.Echoes(next);
    }

    private static async Task ServesAgain(ColdProcess server)
    {
        await server.Say("wet");
        var client = server.Client();
        ColdClient.Echoes(new NetworkStream(client));
        await server.Until(static state => state.Gsocks == 1);
    }
}
