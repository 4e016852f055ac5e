using System.Net.Security;
using System.Net.Sockets;
using System.Reflection;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks the memory of a TLS connection: nothing per message, and no buffer while the connection is idle.</summary>
[InMemoryToo]
public class TlsCostTests
{
    [Fact]
    public void An_echoed_message_allocates_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "epoll is Linux's.");
        using var rig = new TlsRig(ReactorKind.Epoll);
        var reactor = rig.Net.Reactor;
        var (server, client) = rig.Connect();
        var messages = 0;
        server.WhenReadable = () => Echo(server.Link);
        client.WhenReadable = () => messages += Echo(client.Link);
        client.Link.Send("a message of thirty-two bytes...."u8, out _);

        Assert.Equal(0, Allocation.Of(() => Turn(2_000)));

        void Turn(int count)
        {
            var goal = messages + count;
            while (messages < goal)
            {
                reactor.Wait(1000);
            }
        }

        int Echo(StreamLink link)
        {
            var count = link.Receive(reactor.Scratch, out _);
            if (count <= 0)
            {
                return 0;
            }

            link.Send(reactor.Scratch.AsSpan(0, count), out _);
            return 1;
        }
    }

    [Theory, EveryReactor]
    public void An_idle_connection_holds_no_buffer(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, client) = rig.Connect();
        // The session tickets of the server have come: the client has decrypted records without any data.
        rig.Net.Until(() => client.Readable > 0);
        Assert.True(rig.Net.Rests());
        AssertHoldsNothing(server);
        AssertHoldsNothing(client);

        client.Link.Send(new byte[40_000], out _);
        rig.Net.Until(() => server.Received.Count == 40_000);

        AssertHoldsNothing(server);
        AssertHoldsNothing(client);
    }

    private static void AssertHoldsNothing(LinkRecorder end)
    {
        var link = TlsRig.Tls(end);
        var ssl = (SslStream)Field(link, "_ssl")!;
        var buffer = Field(ssl, "_buffer")!;
        Assert.False((bool)buffer.GetType().GetProperty("IsValid")!.GetValue(buffer)!);
        foreach (var name in new[] { "_received", "_plain", "_pending" })
        {
            Assert.Null(Field(Field(link, name)!, "_array"));
        }
    }

    internal static object? Field(object owner, string name) =>
        owner.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(owner);
}
