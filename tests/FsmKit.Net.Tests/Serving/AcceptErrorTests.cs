using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Errors of an accept that the system may report.</summary>
public class AcceptErrorTests
{
    [Theory]
    [InlineData(24 /* EMFILE */)]
    [InlineData(23 /* ENFILE */)]
    [InlineData(105 /* ENOBUFS */)]
    [InlineData(12 /* ENOMEM */)]
    [InlineData(28 /* ENOSPC */)]
    public void Without_descriptors_or_memory_it_rests_and_says_so_once(int errno)
    {
        using var net = new Net(ReactorKind.Portable);
        var (server, link) = Listen(net);
        var error = Errno.ToSocketError(errno);
        for (var i = 0; i < 3; i++)
        {
            link.Errors.Enqueue(error);
            link.Tell();
            Assert.False(link.IsWatched);
            net.Until(() => link.IsWatched);
        }

        Assert.Equal((3, 1), (link.Accepts, server.DrySpells));
        Assert.Single(net.Log, line => line.Contains($"cannot accept: {error}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(103 /* ECONNABORTED */)]
    [InlineData(4 /* EINTR */)]
    [InlineData(1 /* EPERM */)]
    [InlineData(71 /* EPROTO */)]
    [InlineData(92 /* ENOPROTOOPT */)]
    [InlineData(64 /* ENONET */)]
    [InlineData(100 /* ENETDOWN */)]
    [InlineData(112 /* EHOSTDOWN */)]
    [InlineData(113 /* EHOSTUNREACH */)]
    [InlineData(101 /* ENETUNREACH */)]
    [InlineData(95 /* EOPNOTSUPP */)]
    public void A_connection_that_failed_is_left_out_and_accepting_goes_on(int errno)
    {
        using var net = new Net(ReactorKind.Portable);
        var (server, link) = Listen(net);
        for (var i = 0; i < 3; i++)
        {
            link.Errors.Enqueue(Errno.ToSocketError(errno));
        }

        link.Tell();

        Assert.Equal((4, 0), (link.Accepts, server.DrySpells));
        Assert.True(link.IsWatched);
        Assert.InRange(net.Log.Count(static line => line.Contains("lost a connection", StringComparison.Ordinal)), 0, 1);
    }

    [Fact]
    public void An_error_that_does_not_end_is_no_spin()
    {
        using var net = new Net(ReactorKind.Portable);
        var (server, link) = Listen(net);
        for (var i = 0; i < 100; i++)
        {
            link.Errors.Enqueue(SocketError.AccessDenied);
        }

        link.Tell();

        Assert.Equal((8, 1), (link.Accepts, server.DrySpells));
        Assert.False(link.IsWatched);
    }

    private static (GServerSock Server, ScriptedListenLink Link) Listen(Net net)
    {
        var (_, server) = net.Listen(static server => server.AutoListen = false);
        var link = new ScriptedListenLink();
        link.Owner = server.Join(new ServerEndpoint(server, null), link);
        Assert.True(link.IsWatched);
        return (server, link);
    }
}
