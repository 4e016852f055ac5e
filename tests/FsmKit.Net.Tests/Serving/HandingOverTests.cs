using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>One loop accepts, others serve. The loops are run in turn by the test; once they have threads of their own.</summary>
public class HandingOverTests
{
    [Theory, EveryReactor]
    public void Each_connection_goes_to_the_server_that_has_the_fewest(ReactorKind kind)
    {
        using var cluster = new Cluster(kind, 2);
        var peers = Enumerable.Range(0, 6).Select(_ => cluster.Peer()).ToArray();
        cluster.Until(() => cluster.Loads is [3, 3]);
        Assert.Equal(0, cluster.Acceptor.NGsocks);
        Assert.Equal(1, cluster.Talker.ChildCount);

        // The gsocks are those of the worker: its loop, its subscriber, its name.
        var gsock = cluster.Workers[0].Talker.Gsocks[0];
        Assert.Same(cluster.Workers[0].Net.App, gsock.Gaplic);
        Assert.Equal("worker0.clisrv_1", gsock.Name);
        Assert.Equal("front", gsock.EndpointSource);
        Assert.Contains(gsock.Peername, peers.Select(static peer => peer.LocalEndPoint));

        // Those of one worker end; it gets the next ones.
        foreach (var one in cluster.Workers[0].Talker.Gsocks.ToArray())
        {
            one.Send(new EvDrop());
        }

        cluster.Until(() => cluster.Loads is [0, 3]);
        cluster.Peer();
        cluster.Peer();
        cluster.Until(() => cluster.Loads is [2, 3]);
    }

    [Theory, EveryReactor]
    public void What_a_client_sends_meanwhile_arrives(ReactorKind kind)
    {
        using var cluster = new Cluster(kind, 1);
        cluster.Workers[0].Talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        var peer = cluster.Peer();
        peer.Send("hello"u8);
        cluster.Until(() => peer.Available == 5);
        Assert.Equal("hello", cluster.Workers[0].Talker.Text);
        peer.Shutdown(SocketShutdown.Send);
        cluster.Until(() => cluster.Loads is [0]);
    }

    [Theory]
    [InlineData(ReactorKind.Epoll, ReactorKind.Portable)]
    [InlineData(ReactorKind.Portable, ReactorKind.Epoll)]
    public void Loops_with_different_reactors_understand_each_other(ReactorKind acceptor, ReactorKind worker)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has both.");
        using var cluster = new Cluster(acceptor, 1, worker, static server => server.ProxyFrom = AddressRanges.Parse("127.0.0.1"));
        cluster.Workers[0].Talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        var peer = cluster.Peer();
        cluster.Run();
        peer.Send("PROXY TCP4 203.0.113.7 192.0.2.1 56789 443\r\nhello"u8);
        cluster.Until(() => peer.Available == 5);

        Assert.Equal("203.0.113.7:56789", $"{cluster.Workers[0].Talker.Gsocks[0].Peername}");
    }

    [Theory, EveryReactor]
    public void The_acceptor_reads_the_header_and_the_worker_knows_the_client(ReactorKind kind)
    {
        using var cluster = new Cluster(kind, 1, configure: static server => server.ProxyFrom = AddressRanges.Parse("127.0.0.1"));
        var peer = cluster.Peer();
        foreach (var part in "PROXY TCP4 203.0.113.7 192.0.2.1 56789 443\r\nhello".Chunk(9))
        {
            peer.Send(Encoding.ASCII.GetBytes(part));
            cluster.Run();
        }

        cluster.Until(() => cluster.Workers[0].Talker.Text == "hello");
        var gsock = cluster.Workers[0].Talker.Gsocks[0];
        Assert.Equal(("203.0.113.7:56789", "192.0.2.1:443"), ($"{gsock.Peername}", $"{gsock.Sockname}"));
        Assert.Equal(peer.LocalEndPoint, gsock.ProxyPeername);
    }

    [Theory, EveryReactor]
    public void When_no_worker_has_room_connections_wait(ReactorKind kind)
    {
        using var cluster = new Cluster(kind, 2, configureWorker: static worker => worker.MaxConnections = 1);
        var peers = Enumerable.Range(0, 3).Select(_ => cluster.Peer()).ToArray();
        cluster.Until(() => cluster.Loads is [1, 1]);
        cluster.Run();
        Assert.Equal(0, cluster.Acceptor.Refusals);

        cluster.Workers[1].Server.Send(new EvPauseAccepting());
        cluster.Workers[1].Talker.Gsocks[0].Send(new EvDrop());
        cluster.Until(() => cluster.Loads is [1, 0]);
        cluster.Run();
        Assert.Equal([1, 0], cluster.Loads);

        cluster.Workers[1].Server.Send(new EvResumeAccepting());
        cluster.Until(() => cluster.Loads is [1, 1]);
        Assert.Equal(2, cluster.Workers[1].Talker.Gsocks.Count);
        Assert.Equal(3, peers.Length);
    }

    [Theory, EveryReactor]
    public void A_worker_that_is_destroyed_gets_no_more_and_what_was_on_its_way_is_closed(ReactorKind kind)
    {
        using var cluster = new Cluster(kind, 2);
        var first = cluster.Peer();
        cluster.Net.Until(() => cluster.Workers[0].Server.IsLoaded);

        cluster.Workers[0].Server.Destroy();

        Assert.True(Watcher.IsRefused(first));
        cluster.Peer();
        cluster.Peer();
        cluster.Until(() => cluster.Workers[1].Server.NGsocks == 2);
        Assert.Empty(cluster.Workers[0].Talker.Gsocks);
    }

    [Theory, EveryReactor]
    public void A_worker_whose_loop_takes_no_more_posts_costs_the_connection_only(ReactorKind kind)
    {
        using var cluster = new Cluster(kind, 1, postCapacity: 1);
        var worker = cluster.Workers[0];
        worker.Net.App.Create<Echo>("stuck").Post(new EvConnected());
        var peer = cluster.Peer();
        cluster.Net.Until(() => cluster.Acceptor.RefusalsFor(RefusalReason.NotTaken) == 1);
        Assert.True(Watcher.IsRefused(peer));
        Assert.False(worker.Server.IsLoaded);

        worker.Net.App.RunOnce();
        cluster.Peer();
        cluster.Until(() => cluster.Loads is [1]);
    }

    [Theory, EveryReactor]
    public void An_acceptor_may_be_one_of_its_workers(ReactorKind kind)
    {
        using var cluster = new Cluster(kind, 1);
        cluster.Acceptor.Workers = [cluster.Acceptor, cluster.Workers[0].Server];
        for (var i = 0; i < 4; i++)
        {
            cluster.Peer();
        }

        cluster.Until(() => cluster.Acceptor.NGsocks == 2 && cluster.Loads is [2]);
    }

    [Trait("Category", "Slow")]
    [Theory, EveryReactor]
    public void Loops_in_threads_of_their_own_lose_nothing(ReactorKind kind)
    {
        using var cluster = new Cluster(kind, 2);
        foreach (var worker in cluster.Workers)
        {
            worker.Talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        }

        using var stop = new CancellationTokenSource();
        var threads = cluster.Workers.Select(worker => new Thread(() => worker.Net.App.Run(stop.Token))).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        for (var i = 0; i < 200; i++)
        {
            using var peer = cluster.Peer();
            peer.Send("x"u8);
            cluster.Net.Until(() => peer.Available == 1);
        }

        stop.Cancel();
        Array.ForEach(threads, static thread => thread.Join());
        cluster.Until(() => cluster.Loads is [0, 0]);
        Assert.Equal(200, cluster.Workers.Sum(static worker => worker.Server.Accepted));
        Assert.Equal(0, cluster.Acceptor.Refusals);
        Assert.All(cluster.Workers, static worker => Assert.False(worker.Server.IsLoaded));
    }

    /// <summary>An acceptor and its workers, each in a loop of its own.</summary>
    private sealed class Cluster : IDisposable
    {
        public Cluster(
            ReactorKind kind, int workers, ReactorKind? workerKind = null, Action<GServerSock>? configure = null,
            Action<GServerSock>? configureWorker = null, int postCapacity = 1_000_000)
        {
            for (var i = 0; i < workers; i++)
            {
                var net = new Net(workerKind ?? kind, postCapacity: postCapacity);
                var (talker, server) = net.Listen(
                    worker =>
                    {
                        worker.AutoListen = false;
                        configureWorker?.Invoke(worker);
                    },
                    $"worker{i}");
                Workers.Add((net, talker, server));
            }

            Net = new Net(kind);
            (Talker, Acceptor) = Net.Listen(server =>
            {
                server.AutoListen = false;
                server.Workers = [.. Workers.Select(static worker => worker.Server)];
                configure?.Invoke(server);
            });
            Acceptor.AddHost("127.0.0.1", 0, "front");
        }

        public Net Net { get; }

        public Talker Talker { get; }

        public GServerSock Acceptor { get; }

        public List<(Net Net, Talker Talker, GServerSock Server)> Workers { get; } = [];

        public int[] Loads => [.. Workers.Select(static worker => worker.Server.NGsocks)];

        public Socket Peer() => Net.Peer(Acceptor);

        public void Until(Func<bool> condition) => Net.Until(() =>
        {
            Workers.ForEach(static worker => worker.Net.App.RunOnce());
            return condition();
        });

        public void Run()
        {
            Net.Settle();
            Workers.ForEach(static worker => worker.Net.Settle());
        }

        public void Dispose()
        {
            Net.Dispose();
            Workers.ForEach(static worker => worker.Net.Dispose());
        }
    }
}
