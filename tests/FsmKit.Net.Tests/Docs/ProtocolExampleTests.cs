using System.Buffers;
using System.Text;
using FsmKit.Net.Tests.Examples;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that the guides' examples of sessions, framing and requests work as the guides say.</summary>
public class ProtocolExampleTests
{
    [Fact]
    public void The_notes_are_kept_and_given()
    {
        using var net = new MemoryNet();
        var app = net.App;
        var notes = new Dictionary<string, byte[]>();
        app.Create<GServerSock>("notes", server =>
        {
            (server.Port, server.Framing, server.MaxConnections) = (7070, Framing.Lines(1_000), 10_000);
            server.Serve<NoteSession>(session => session.Notes = notes);
        });

        using var peer = net.Network.Connect(MemoryNet.Loopback(7070));
        net.Settle();
        Assert.Equal("notes, at your service\n", FrameNet.Read(peer));
        peer.Send("put a 5\r\n1\n2\n3get a\nget b\n"u8);
        net.Settle();
        Assert.Equal("kept\n5\n1\n2\n3what?\n", FrameNet.Read(peer));
        peer.Send(Encoding.UTF8.GetBytes(new string('x', 1_001)));
        net.Settle();
        Assert.Equal("that line is too long\n", FrameNet.Read(peer));
        Assert.True(peer.IsEnded);

        using var slow = net.Network.Connect(MemoryNet.Loopback(7070));
        slow.Send("put b 3\nxy"u8);
        net.Pass(10_001);
        Assert.Equal(System.Net.Sockets.SocketError.ConnectionReset, slow.Error);
        using var last = net.Network.Connect(MemoryNet.Loopback(7070));
        last.Send("quit\nget a\n"u8);
        net.Settle();
        Assert.Equal("notes, at your service\n", FrameNet.Read(last));
        Assert.True(last.IsEnded);
    }

    [Fact]
    public void Frames_that_end_with_a_zero_byte_are_read_and_written()
    {
        var framing = new ZeroTerminated(5);
        var output = new ArrayBufferWriter<byte>();
        framing.Write(output, "one"u8);
        framing.Write(output, "three"u8);
        Assert.Throws<ArgumentException>(() => framing.Write(output, "\0"u8));
        foreach (var reads in new[] { 1, 4, 10 })
        {
            using var net = new FrameNet(framing);
            using var peer = net.Connect();
            net.Say(peer, (Encoding.Latin1.GetString(output.WrittenSpan) + "sixsix\0").Chunk(reads).Select(static part => new string(part)));
            Assert.Equal(["connected", "one", "three", "fault TooLong"], net.Heard);
        }
    }

    [Fact]
    public void An_answer_is_framed()
    {
        using var net = new FrameNet(Framing.LengthPrefixed(2), static session => session.OnFrame = static (session, _) =>
        {
            var gsock = session.Gsock;
            var answer = "yes"u8;
            var output = new ArrayBufferWriter<byte>();
            gsock.Framing!.Write(output, answer);
            gsock.Send(new EvSendData(output.WrittenSpan));
        });
        using var peer = net.Connect();
        net.Say(peer, "\0\u0001?");
        Assert.Equal("\0\u0003yes", FrameNet.Read(peer));
    }

    [Fact]
    public void A_session_for_pipes_echoes()
    {
        using var net = new MemoryNet();
        var server = net.App.Create<GServerSock>("server", static server =>
        {
            server.Host = "127.0.0.1";
            server.Serve<PipeSession>();
        });
        using var peer = net.Peer(server);
        peer.Send("hello"u8);
        peer.End();
        var echoed = "";
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                net.Settle();
                echoed += FrameNet.Read(peer);
                return peer.IsEnded && server.NGsocks == 0;
            },
            TimeSpan.FromSeconds(60)));
        Assert.Equal("hello", echoed);
    }

    [Fact]
    public void The_price_book_asks_and_hears()
    {
        using var net = new MemoryNet(settings: [new("GRequester.destinations", "127.0.0.1:7070")]);
        var shop = net.App.Create<GServerSock>("shop", static server =>
        {
            (server.Host, server.Port, server.Framing) = ("127.0.0.1", 7070, Framing.LengthPrefixed());
            server.Serve<Reverser>();
        });
        var book = net.App.Create<PriceBook>("book");
        var heard = new List<EvPrice>();
        book.Subscribe((GObj _, in EvPrice e) => heard.Add(e));
        book.Send(new EvWant("tea", 1));
        net.Settle();
        net.Pass(5);
        shop.Destroy();
        foreach (var session in net.App.Children.OfType<Reverser>().ToList())
        {
            session.Destroy();
        }

        net.Settle();
        book.Send(new EvWant("milk", 2));
        net.Pass(2_001);
        Assert.Equal([new EvPrice(1, "aet"), new EvPrice(2, "none: TimedOut")], heard);
    }

    [Fact]
    public async Task Application_code_calls_and_hears()
    {
        using var net = new RequestNet();
        using var peer = net.Accept();
        var answered = Application.AskAsync(net.Requester, "tea"u8.ToArray(), TestContext.Current.CancellationToken);
        var lost = Application.AskAsync(net.Requester, "milk"u8.ToArray(), TestContext.Current.CancellationToken);
        net.Net.Settle();
        net.Answer(peer, "7 Euro\n");
        peer.Reset();
        net.Net.Settle();

        Assert.Equal(("6 bytes", "perhaps"), (await answered, await lost));
    }
}
