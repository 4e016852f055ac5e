using System.Net.Sockets;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>All ends of a connection, with and without unsent output, as the peer and the subscriber see them.</summary>
public class CutOffTests
{
    // More than the system's buffers hold.
    private const int Large = 24 * 1024 * 1024;

    public static TheoryData<ReactorKind, string, string, string, bool> Endings()
    {
        // The way, the output, the events of the subscriber, and whether the peer gets an end of the stream that it can believe.
        (string Way, string Output, string Told, bool IsWhole)[] rows =
        [
            ("close", "none", "Dropped Success", true),
            ("close", "collected", "Dropped Success", true),
            ("close", "stuck", "LingerTimedOut TimedOut", false),
            ("close, read", "stuck", "Dropped Success", true),
            ("half close, peer ends", "none", "PeerClosed Success", true),
            ("half close, peer ends", "stuck", "LingerTimedOut TimedOut", false),
            ("peer ends", "none", "PeerClosed Success", true),
            ("peer ends", "collected", "PeerClosed Success", false),
            ("peer ends", "stuck", "LingerTimedOut TimedOut", false),
            ("peer ends, read", "stuck", "PeerClosed Success", true),
            ("drop", "none", "Dropped Success", true),
            ("drop", "collected", "Dropped Success", false),
            ("drop", "stuck", "Dropped Success", false),
            ("reset", "none", "Dropped Success", false),
            ("reset", "stuck", "Dropped Success", false),
            ("overflow", "stuck", "OutputOverflow NoBufferSpaceAvailable", false),
            ("close, drop", "stuck", "Dropped Success", false),
            ("close, peer resets", "stuck", "Broken ConnectionReset", false),
            ("destroy", "none", "", true),
            ("destroy", "collected", "", false),
            ("destroy", "stuck", "", false),
        ];
        var data = new TheoryData<ReactorKind, string, string, string, bool>();
        foreach (var kind in new[] { ReactorKind.Epoll, ReactorKind.Portable })
        {
            foreach (var (way, output, told, isWhole) in rows)
            {
                data.Add(kind, way, output, told, isWhole);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Endings))]
    public void What_is_cut_off_does_not_look_complete(ReactorKind kind, string way, string output, string told, bool isWhole)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A reset is seen at once there.");
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Count("ready") == 1);
        var gsock = talker.Gsocks[0];
        if (output == "collected")
        {
            gsock.Send(new EvWriteOutputData("collected"u8));
        }
        else if (output == "stuck")
        {
            gsock.Send(new EvSendData(new byte[Large]));
        }

        var received = new MemoryStream();
        foreach (var step in way.Split(", "))
        {
            var before = gsock.StateName;
            Take(step);

            // An action of the peer reaches the reactor at some moment. The clock must not move on before.
            net.Until(() => !step.StartsWith("peer", StringComparison.Ordinal) || gsock.StateName != before);
            net.Settle();
        }

        // As many linger timeouts as it takes: each time that the other side takes something the timer is armed anew.
        net.Until(() =>
        {
            if (told.Length == 0 || talker.Count("disconnected") > 0)
            {
                return true;
            }

            if (way.EndsWith("read", StringComparison.Ordinal) || output != "stuck")
            {
                net.Until(() => Net.ReadToEnd(peer, received) || talker.Count("disconnected") > 0);
                peer.Close();
                net.Settle();
            }

            time.Advance(TimeSpan.FromSeconds(6));
            net.Settle();
            return false;
        });

        Assert.Equal(told.Length == 0 ? 0 : 1, talker.Count("disconnected"));
        if (told.Length > 0)
        {
            Assert.Equal($"disconnected {told}", talker.Events[^1]);
        }

        Assert.Equal(0, server.NGsocks);
        if (!way.EndsWith("resets", StringComparison.Ordinal))
        {
            Assert.Equal(isWhole, EndsWhole());
        }

        void Take(string step)
        {
            switch (step)
            {
                case "close":
                    gsock.Send(new EvClose());
                    break;
                case "half close":
                    gsock.Send(new EvHalfClose());
                    break;
                case "drop":
                    gsock.Send(new EvDrop());
                    break;
                case "reset":
                    gsock.Send(new EvDrop(Resets: true));
                    break;
                case "overflow":
                    gsock.Send(new EvSendData(new byte[10]));
                    break;
                case "destroy":
                    gsock.Destroy();
                    break;
                case "peer ends":
                    peer.Shutdown(SocketShutdown.Send);
                    break;
                case "peer resets":
                    peer.Close(0);
                    break;
            }
        }

        bool EndsWhole()
        {
            try
            {
                var buffer = new byte[65536];
                for (int count; peer.SafeHandle is { IsClosed: false } && (count = peer.Receive(buffer)) > 0;)
                {
                    received.Write(buffer, 0, count);
                }

                return received.Length == (output == "stuck" ? Large : output == "collected" ? 9 : 0);
            }
            catch (SocketException x) when (x.SocketErrorCode == SocketError.ConnectionReset)
            {
                return false;
            }
        }
    }
}
