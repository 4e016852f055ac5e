using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>
/// First actions of a process that has no memory left; each case in a process of its own. Connections may be lost. The process must
/// survive, and is as before when there is memory again.
/// </summary>
[Trait("Category", "Slow")]
public class ColdMemoryTests
{
    private const string Limit = "DOTNET_GCHeapHardLimit=0x4000000";

    [Fact]
    public async Task The_first_disconnects_leave_nothing_behind()
    {
        using var server = await ColdProcess.Start("", Limit);
        var clients = Enumerable.Range(0, 20).Select(_ => server.Client()).ToList();
        await server.Until(static state => state.Gsocks == 20);
        await server.WithoutMemory(() =>
        {
            clients.ForEach(static client => client.Dispose());
            return [ColdClient.IsAnswered(server.Client())];
        });

        await server.Until(static state => state.Gsocks <= 1);
        await IsAsBefore(server);
    }

    [Fact]
    public async Task The_first_connections_and_data_end_or_are_served()
    {
        using var server = await ColdProcess.Start("", Limit);
        var first = server.Client();
        await server.Until(static state => state.Gsocks == 1);
        var answered = await server.WithoutMemory(
            () => [ColdClient.IsAnswered(first), .. Enumerable.Range(0, 20).Select(_ => ColdClient.IsAnswered(server.Client()))]);
        await server.Until(state => state.Gsocks == answered);
        await IsAsBefore(server);
    }

    [Fact]
    public async Task The_first_handshakes_end_and_the_next_ones_do_not_suffer()
    {
        using var server = await ColdProcess.Start("--tls", Limit);
        var clients = Enumerable.Range(0, 6).Select(_ => server.Client()).ToList();
        await server.Until(static state => state.Gsocks == 6);
        await server.WithoutMemory(() => [.. clients.Select(IsSecured)]);
        clients.ForEach(static client => client.Dispose());
        await server.Until(static state => state.Gsocks == 0);
        await server.IsAtRest();
        await using var next = await ColdClient.Secure(server.Client());
        ColdClient.Echoes(next);
    }

    private static async Task<bool> IsSecured(Socket client)
    {
        try
        {
            await using var stream = await ColdClient.Secure(client);
            return true;
        }
        catch (Exception x) when (x is IOException or SocketException)
        {
            return false;
        }
    }

    /// <summary>The look-up is begun without memory. Its end is told by an exception or an event.</summary>
    [Fact]
    public async Task The_first_look_up_ends_and_the_next_ones_do_not_suffer()
    {
        using var server = await ColdProcess.Start("", Limit);
        await server.WithoutMemory(static () => [], $"localhost {server.Address.Port}");
        await server.Until(static state => state.Last != "pending");
        await server.Say($"connect localhost {server.Address.Port}");
        await server.Until(static state => state is { Last: "connected", Gsocks: 1 });
        await server.IsAtRest();
    }

    private static async Task IsAsBefore(ColdProcess server)
    {
        await server.IsAtRest();
        var before = server.State.Gsocks;
        var clients = Enumerable.Range(0, 20).Select(_ => server.Client()).ToList();
        clients.ForEach(static client => ColdClient.Echoes(new NetworkStream(client)));
        Assert.Equal(before + 20, (await server.Say("state")).Gsocks);
        clients.ForEach(static client => client.Dispose());
        await server.Until(state => state.Gsocks == before);
        await server.IsAtRest();
    }
}
