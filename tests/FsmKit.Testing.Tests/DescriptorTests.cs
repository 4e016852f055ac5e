using System.Net.Sockets;
using FsmKit.Net;
using FsmKit.Testing.Tests.Systems.Lines;

namespace FsmKit.Testing.Tests;

/// <summary>Processes that may have few open sockets.</summary>
public sealed class DescriptorTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_server_without_descriptors_accepts_when_it_has_some_again() => Explore.Run(
        static world =>
        {
            var server = world.Loop("server");
            server.Create<LineServer>("server");
            var table = world.LimitDescriptors(1, server);
            var client = world.Loop("client").Create<LineClient>("client");
            world.After(Second, () =>
            {
                Assert.Empty(client.Lengths);
                Assert.InRange(table.Refused, 1, int.MaxValue);
                table.Limit = 2;
            });
            world.Eventually("both lines are answered", () => client.Lengths is [3, 5] && world.Elapsed < 2 * Second);
        },
        new ExploreOptions { Schedules = 50 });

    [Fact]
    public void A_connect_without_a_descriptor_fails_with_the_error_of_the_system() => Explore.Run(
        static world =>
        {
            world.Loop("server").Create<LineServer>("server");
            var loop = world.Loop("client");
            var table = world.LimitDescriptors(0, loop);
            var client = loop.Create<LineClient>("client");
            var error = SocketError.Success;
            var gsock = client.Children.OfType<GSock>().Single();
            gsock.Subscribe<EvDisconnected>(loop.Create<Hearer>("hearer", x => x.Heard = e => error = e.Error));
            world.Eventually("it is over", () => client.IsOver && error == SocketError.TooManyOpenSockets && (table.Open, table.Refused) == (0, 1));
        },
        new ExploreOptions { Schedules = 5 });

    [Fact]
    public void Listening_without_a_descriptor_throws()
    {
        var failure = Explore.Find(static world =>
        {
            var server = world.Loop("server");
            world.LimitDescriptors(0, server);
            server.Create<LineServer>("server");
        }).Failure;
        Assert.Contains("Too many open files", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loops_of_one_process_share_its_descriptors_and_closing_gives_them_back() => Explore.Run(
        static world =>
        {
            var (one, other) = (world.Loop("one"), world.Loop("other"));
            one.Create<LineServer>("server");
            var table = world.LimitDescriptors(3, one, other);
            Assert.Equal(1, table.Open);
            other.Create<LineClient>("client");
            Assert.Equal(2, table.Open);
            world.After(Second, () => world.Loop("killer", _ =>
            {
                Assert.Equal(3, table.Open);
                world.Kill(other);
                Assert.Equal(2, table.Open);
                world.After(Second, () => Assert.Equal(1, table.Open)); // The server has heard of the end.
                world.After(Second, () => world.Loop("again").Create<LineClient>("client"));
            }));
            world.Eventually("a connection is open again, of another process at the other end", () => table.Open == 2);
        },
        new ExploreOptions { Schedules = 20 });

    [Fact]
    public void A_process_keeps_its_limit_through_all_of_its_lives() => Explore.Run(
        static world =>
        {
            var node = world.Node("node", static node => node.Loop!.Create<LineServer>("server"));
            node.Descriptors.Limit = 1;
            world.After(Second, () => world.Loop("killer", _ =>
            {
                Assert.Equal(1, node.Descriptors.Open);
                node.Kill();
                Assert.Equal(0, node.Descriptors.Open);
                node.Start();
            }));
            world.Eventually("it listens again", () => node is { Starts: 2, Descriptors: { Open: 1, Limit: 1 } });
        },
        new ExploreOptions { Schedules = 5 });

    [Fact]
    public void A_limit_is_not_negative() => Assert.Throws<ArgumentOutOfRangeException>(static () => new DescriptorTable { Limit = -1 });
}
