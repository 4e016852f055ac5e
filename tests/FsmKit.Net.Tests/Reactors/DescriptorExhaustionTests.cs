using System.Diagnostics;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Runs alone: for a moment the whole process has no descriptor left.</summary>
[Collection(nameof(DescriptorExhaustionTests))]
[CollectionDefinition(nameof(DescriptorExhaustionTests), DisableParallelization = true)]
public class DescriptorExhaustionTests
{
    [Fact]
    public void Accepting_without_a_descriptor_left_is_an_error_and_works_again_later()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is Linux's.");
        using var rig = new Rig(ReactorKind.Epoll);
        var listener = new ListenRecorder();
        var link = rig.Listen(listener);
        rig.Peer(link.LocalEndPoint!);
        using (new DescriptorDrought())
        {
            rig.Until(() => listener.Errors.Count > 0);

            Assert.Equal(SocketError.TooManyOpenSockets, listener.Errors[0]);
            Assert.Empty(listener.Accepted);
        }

        rig.Until(() => listener.Accepted.Count == 1);
    }

    [Theory, EveryReactor]
    public void A_server_without_a_descriptor_left_says_so_once_rests_and_resumes_by_itself(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is Linux's.");
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var served = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        net.Peer(server);
        using (new DescriptorDrought())
        {
            net.Until(() => net.Log.Count > 0);
            var cycles = 0;
            for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds < 350; cycles++)
            {
                net.App.RunOnce(TimeSpan.FromMilliseconds(350));
            }

            // The loop rests between its tries, and whoever is connected is served.
            Assert.InRange(cycles, 1, 30);
            served.Send("still served"u8);
            net.Until(() => talker.Text == "still served");
            Assert.Single(net.Log, static line => line.Contains("cannot accept: TooManyOpenSockets", StringComparison.Ordinal));

            // An accept of the portable reactor may have been under way when the descriptors ran out.
            Assert.InRange(talker.Gsocks.Count, 1, kind == ReactorKind.Portable ? 2 : 1);
        }

        net.Until(() => talker.Gsocks.Count == 2);
        Assert.Equal(2, server.NGsocks);
    }
}
