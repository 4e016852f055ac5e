using System.Net.Sockets;
using System.Security.Authentication;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Both ends are ours: what a link promises, kept through encryption.</summary>
public class TlsTransferTests
{
    [Theory, EveryReactor]
    public void A_message_goes_there_and_back(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();

        Assert.Equal(5, client.Link.Send("hello"u8, out _));
        rig.Net.Until(() => server.Received.Count == 5);
        Assert.Equal(6, server.Link.Send("answer"u8, out _));
        rig.Net.Until(() => client.Received.Count == 6);

        Assert.Equal("hello"u8, server.Received.ToArray());
        Assert.Equal("answer"u8, client.Received.ToArray());
        Assert.Equal(SslProtocols.Tls13, TlsRig.Tls(server).Protocol);
        Assert.True(rig.Net.Rests());
    }
}
