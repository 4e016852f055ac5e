using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

[InMemoryToo]
public class LoopTests
{
    [Theory, EveryReactor]
    public async Task Wake_from_another_thread_ends_an_endless_Wait(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var started = new ManualResetEventSlim();
        var waiting = Task.Factory.StartNew(
            () =>
            {
                started.Set();
                rig.Reactor.Wait(-1);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        started.Wait(TestContext.Current.CancellationToken);

        rig.Reactor.Wake();

        await waiting.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory, EveryReactor]
    public void Many_wakes_end_one_Wait_and_the_next_wake_another(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        for (var i = 0; i < 1000; i++)
        {
            rig.Reactor.Wake();
        }

        rig.Reactor.Wait(-1);
        Assert.True(rig.Idle(60) > TimeSpan.FromMilliseconds(50));

        rig.Reactor.Wake();
        rig.Reactor.Wait(-1);
        Assert.True(rig.Idle(60) > TimeSpan.FromMilliseconds(50));
    }

    [Theory, EveryReactor]
    public async Task No_wake_is_lost(ReactorKind kind)
    {
        const int Rounds = 20_000;
        using var rig = new Rig(kind);
        var posted = 0;
        var poster = Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    Interlocked.Increment(ref posted);
                    rig.Reactor.Wake();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        var loop = Task.Factory.StartNew(
            () =>
            {
                while (Volatile.Read(ref posted) < Rounds)
                {
                    rig.Reactor.Wait(-1);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        await Task.WhenAll(poster, loop).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory, EveryReactor]
    public void A_handler_that_throws_is_reported_and_the_others_are_served(ReactorKind kind)
    {
        using var rig = new Rig(kind) { ExpectsFaults = true };
        (var bad, var badPeer) = rig.Accept();
        (var good, var goodPeer) = rig.Accept();
        var boom = new InvalidOperationException("boom");
        bad.WhenReadable = () => throw boom;
        badPeer.Send("x"u8);
        goodPeer.Send("y"u8);

        rig.Until(() => good.Received.Count == 1 && rig.Faults.Count >= 2);

        Assert.All(rig.Faults, fault => Assert.Equal((bad, boom), fault));
        bad.WhenReadable = null;
        rig.Until(() => bad.Received.Count == 1);
    }

    [Theory, EveryReactor]
    public void A_link_that_was_closed_in_the_same_batch_is_told_nothing(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var first, var firstPeer) = rig.Accept();
        (var second, var secondPeer) = rig.Accept();
        first.WhenReadable = () => second.Link.Close();
        second.WhenReadable = () => first.Link.Close();
        rig.Reactor.Wait(0);

        firstPeer.Send("x"u8);
        secondPeer.Send("x"u8);
        rig.Until(() => first.Readable + second.Readable > 0);
        rig.Reactor.Wait(0);

        Assert.True(first.Link.IsClosed ^ second.Link.IsClosed);
        Assert.Equal(0, first.Link.IsClosed ? first.Readable : second.Readable);
    }

    [Theory, EveryReactor]
    public void An_event_for_a_closed_link_does_not_reach_the_next_user_of_its_place(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        var listen = rig.Reactor.Listen(new IPEndPoint(IPAddress.Loopback, 0), 8, reusePort: false, new ListenRecorder());
        rig.Peer(listen.LocalEndPoint!);
        (var first, var firstPeer) = rig.Accept();
        (var second, var secondPeer) = rig.Accept();
        var heir = new LinkRecorder();
        first.WhenReadable = () => Replace(second.Link);
        second.WhenReadable = () => Replace(first.Link);
        rig.Reactor.Wait(0);

        firstPeer.Send("x"u8);
        secondPeer.Send("x"u8);
        rig.Until(() => heir.Link is not null);
        Assert.True(rig.Rests());

        Assert.Equal(0, heir.Readable);
        Assert.Equal(1, first.Readable + second.Readable);

        void Replace(StreamLink other)
        {
            other.Close();
            first.Link.Watch(Interest.None);
            second.Link.Watch(Interest.None);
            heir.Link = listen.Accept(out _)!;
            heir.Link.Owner = heir;
            heir.Link.Watch(Interest.Read);
        }
    }

    [Theory, EveryReactor]
    public void Dispose_closes_everything_and_can_be_repeated(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var server, var peer) = rig.Accept();
        var listen = rig.Listen(new ListenRecorder());
        var remote = listen.LocalEndPoint!;

        rig.Reactor.Dispose();
        rig.Reactor.Dispose();
        rig.Reactor.Wake();

        Assert.True(server.Link.IsClosed && listen.IsClosed);
        Assert.True(SpinWait.SpinUntil(() => peer.IsReadable, TimeSpan.FromSeconds(20)));
        Assert.True(rig.Refuses(remote));
        Assert.Throws<ObjectDisposedException>(() => rig.Reactor.Wait(0));
    }

    [Theory, EveryReactor]
    public void A_handler_may_dispose_the_reactor(ReactorKind kind)
    {
        using var rig = new Rig(kind);
        (var first, var firstPeer) = rig.Accept();
        (var second, var secondPeer) = rig.Accept();
        var disposed = false;
        first.WhenReadable = second.WhenReadable = () =>
        {
            Assert.False(disposed);
            disposed = true;
            rig.Reactor.Dispose();
        };

        firstPeer.Send("x"u8);
        secondPeer.Send("x"u8);
        rig.Until(() => disposed);

        Assert.Empty(rig.Faults);
        Assert.Equal(1, first.Readable + second.Readable);
    }
}
