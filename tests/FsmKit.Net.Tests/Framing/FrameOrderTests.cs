using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Several frames of one read: each is handled completely, and its action decides about the bytes behind it.</summary>
public class FrameOrderTests
{
    [Fact]
    public void An_action_switches_the_framing_for_the_bytes_behind_its_frame()
    {
        using var net = new FrameNet(Framing.Lines(), static session => session.OnFrame = static (session, frame) => session.Gsock.Framing = frame switch
        {
            "binary" => Framing.LengthPrefixed(1),
            "text" => Framing.Lines(),
            "raw" => null,
            _ => session.Gsock.Framing,
        });
        using var peer = net.Connect();
        net.Say(peer, "a\nbinary\n\u0001b\u0004text", "c\nraw\nno\nlines", "\n");

        Assert.Equal(["connected", "a", "binary", "b", "text", "c", "raw", "raw no\nlines", "raw \n"], net.Heard);
    }

    [Fact]
    public void A_block_follows_a_line_and_then_lines_again()
    {
        using var net = new FrameNet(Framing.Lines(), static session => session.OnFrame = static (session, frame) =>
        {
            if (frame.StartsWith("set ", StringComparison.Ordinal))
            {
                session.Gsock.ExpectBlock(int.Parse(frame[4..], System.Globalization.CultureInfo.InvariantCulture));
            }
        });
        using var peer = net.Connect();
        net.Say(peer, "set 5\na\nb\ncset 0\nget\nset 3\n\n", "\n", "\nend\nset 0\n");

        Assert.Equal(["connected", "set 5", "a\nb\nc", "set 0", "", "get", "set 3", "\n\n\n", "end", "set 0", ""], net.Heard);
    }

    [Theory]
    [InlineData("close", "disconnected Dropped")]
    [InlineData("drop", "disconnected Dropped")]
    [InlineData("destroy", "gone")]
    public void Nothing_comes_behind_the_frame_whose_action_ends_the_connection(string how, string then)
    {
        using var net = new FrameNet(Framing.Lines(), session => session.OnFrame = (session, _) =>
        {
            if (how == "destroy")
            {
                session.Destroy();
            }
            else if (how == "drop")
            {
                session.Gsock.Send(new EvDrop());
            }
            else
            {
                session.Gsock.Send(new EvClose());
            }
        });
        using (var peer = net.Connect())
        {
            net.Say(peer, "par", "tone\ntwo\nthr", "ee\n");
        }

        net.Net.Settle();
        Assert.Equal(["connected", "partone", then], net.Heard.Take(3));
        Assert.Equal(0, net.Server.NGsocks);
        Assert.Empty(net.Owner.Children.OfType<FrameTalker>());
    }

    [Fact]
    public void A_paused_session_gets_the_next_frame_when_it_resumes_and_not_inside_its_own_action()
    {
        var depth = 0;
        using var net = new FrameNet(Framing.Lines(), session => session.OnFrame = (session, _) =>
        {
            Assert.Equal(0, depth);
            session.Gsock.Send(new EvPauseReceiving());
        });
        using var peer = net.Connect();
        net.Say(peer, "one\ntwo\nthr", "ee\nfour\n");
        Assert.Equal(["connected", "one"], net.Heard);
        Assert.Equal(7, net.Session.Gsock.HeldBytes);

        for (var i = 0; i < 3; i++)
        {
            net.Session.Send(new EvPoke(session =>
            {
                depth++;
                session.Gsock.Send(new EvResumeReceiving());
                depth--;
            }));
            net.Net.Settle();
        }

        Assert.Equal(["connected", "one", "two", "three", "four"], net.Heard);
    }

    [Fact]
    public void Frames_that_a_pause_has_held_come_before_the_end_of_the_stream()
    {
        using var net = new FrameNet(Framing.Lines(), static session => session.OnFrame = static (session, _) => session.Gsock.Send(new EvPauseReceiving()));
        using (var peer = net.Connect())
        {
            net.Say(peer, "one\ntwo\nrest");
        }

        net.Net.Settle();
        Assert.Equal(["connected", "one"], net.Heard);
        var held = 0;
        net.Session.OnEnd = session => held = session.Gsock.HeldBytes;
        net.Session.OnFrame = null;
        net.Session.Gsock.Send(new EvResumeReceiving());
        net.Net.Settle();

        Assert.Equal(["connected", "one", "two", "disconnected PeerClosed", "gone"], net.Heard);
        Assert.Equal(4, held);
    }

    [Fact]
    public void A_framing_that_is_set_outside_a_frame_reads_what_has_come_already()
    {
        using var net = new FrameNet(Framing.LengthPrefixed(1));
        using var peer = net.Connect();
        net.Say(peer, "one\ntwo\n");
        Assert.Equal(["connected"], net.Heard);
        net.Session.Send(new EvPoke(static session => session.Gsock.Framing = Framing.Lines()));
        Assert.Equal(["connected"], net.Heard);
        net.Net.Settle();

        Assert.Equal(["connected", "one", "two"], net.Heard);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Answers_to_the_frames_of_one_read_are_one_send(bool inSegments)
    {
        var waiting = new List<int>();
        using var net = new FrameNet(Framing.Lines(), session => session.OnFrame = (session, frame) =>
        {
            if (inSegments)
            {
                session.Gsock.Send(new EvSendSegments(Segment.Split(Encoding.Latin1.GetBytes(frame), 2)));
            }
            else
            {
                session.Say(frame);
            }

            waiting.Add(session.Gsock.PendingBytes);
        });
        using var peer = net.Connect();
        net.Say(peer, "one\ntwo\nthree\n", "four\nrest");
        Assert.Equal([3, 6, 0, 4], waiting);
        Assert.Equal("onetwothreefour", FrameNet.Read(peer));
        Assert.Equal(0, net.Session.Gsock.PendingBytes);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("destroy")]
    [InlineData("close")]
    public void An_answer_before_the_end_of_the_connection_is_sent(string how)
    {
        using var net = new FrameNet(Framing.Lines(), session => session.OnFrame = (session, _) =>
        {
            session.Say("bye");
            if (how == "destroy")
            {
                session.Destroy();
            }
            else if (how == "drop")
            {
                session.Gsock.Send(new EvDrop());
            }
            else
            {
                session.Gsock.Send(new EvClose());
            }
        });
        using var peer = net.Connect();
        net.Say(peer, "one\ntwo\n");
        Assert.Equal("bye", FrameNet.Read(peer));
        Assert.True(peer.IsEnded);
    }

    [Fact]
    public void Answers_that_wait_for_each_other_do_not_count_as_unread_by_the_peer()
    {
        using var net = new FrameNet(Framing.Lines(), static session => session.OnFrame = static (session, _) => session.Say(new string('x', 600)));
        using var peer = net.Connect();
        net.Session.Gsock.OutbufOverflow = 1_000;
        net.Say(peer, string.Concat(Enumerable.Repeat("line\n", 50)));
        Assert.Equal(30_000, FrameNet.Read(peer).Length);
    }

    [Fact]
    public void A_connex_publishes_frames_and_begins_each_connection_with_its_own_framing()
    {
        using var net = new MemoryNet();
        using var listener = net.Network.Listen(MemoryNet.Loopback(80));
        var talker = net.App.Create<FrameTalker>("client", static client => client.OnFrame = static (client, frame) => client.Gsock.Framing = frame == "raw" ? null : client.Gsock.Framing);
        var connex = talker.Create<GConnex>("connex", static connex => (connex.Destinations, connex.Framing, connex.Jitter) = ([new HostPort("127.0.0.1", 80)], Framing.Lines(), BackoffJitter.None));
        talker.Gsock = connex.Gsock;
        for (var i = 0; i < 2; i++)
        {
            net.Until(() => connex.IsConnected);
            using var peer = listener.Accept()!;
            peer.Send("one\nraw\ntwo\n"u8);
            net.Settle();
            peer.Reset();
            net.Settle();
            net.Pass(1);
        }

        Assert.Equal(
            ["connected", "one", "raw", "raw two\n", "disconnected Broken", "connected", "one", "raw", "raw two\n", "disconnected Broken"], talker.Heard);
    }
}
