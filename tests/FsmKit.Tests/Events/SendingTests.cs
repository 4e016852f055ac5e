using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

public sealed class SendingTests : IDisposable
{
    private readonly LogLines _log = new();
    private readonly GAplic _app;
    private readonly Probe _a;
    private readonly Probe _b;

    public SendingTests()
    {
        _app = new GAplic("app", new GAplicOptions { Logger = _log, PostCapacity = 3 });
        _a = _app.Create<Probe>("a");
        _b = _app.Create<Probe>("b");
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void A_send_has_its_sender_as_source_and_one_from_outside_has_none()
    {
        Assert.Equal(Outcome.Handled, _a.Tell(_b, 1));
        Assert.Equal(Outcome.Handled, _b.Send(new EvPing(2)));

        Assert.Equal(["ping 1", "ping 2"], _b.Got);
        Assert.Equal([_a, null], _b.Sources);
    }

    [Fact]
    public void A_post_waits_for_the_next_cycle_and_keeps_its_source_and_order()
    {
        Assert.Equal(Outcome.Queued, _a.Mail(_b, 1));
        Assert.Equal(Outcome.Queued, _b.Post(new EvPong(2)));
        Assert.Equal(Outcome.Queued, _a.Mail(_b, 3));
        Assert.Empty(_b.Got);

        Assert.False(_app.RunOnce());
        Assert.Equal(["ping 1", "pong 2", "ping 3"], _b.Got);
        Assert.Equal([_a, null, _a], _b.Sources);
    }

    [Fact]
    public void What_is_posted_during_delivery_waits_for_the_cycle_after()
    {
        _b.OnPing = self => self.Mail(self, 9);
        _a.Mail(_b, 1);

        Assert.True(_app.RunOnce());
        Assert.Equal(["ping 1"], _b.Got);
        _b.OnPing = null;
        Assert.False(_app.RunOnce());
        Assert.Equal(["ping 1", "ping 9"], _b.Got);
    }

    [Fact]
    public void A_post_to_a_destination_that_dies_is_dropped_and_a_dead_source_becomes_null()
    {
        var c = _app.Create<Probe>("c");
        _a.Mail(_b, 1);
        _a.Mail(c, 2);
        _a.Destroy();
        c.Destroy();

        _app.RunOnce();

        Assert.Equal(["ping 1"], _b.Got);
        Assert.Equal([null], _b.Sources);
        Assert.Empty(c.Got);
    }

    [Fact]
    public void A_full_queue_refuses_loudly_once_and_takes_again_when_there_is_room()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Outcome.Queued, _a.Mail(_b, i));
        }

        Assert.Equal(Outcome.Refused, _a.Mail(_b, 3));
        Assert.Equal(Outcome.Refused, _a.Mail(_b, 4));
        var line = Assert.Single(_log.From(LogLevel.Error));
        Assert.Contains("EvPing to Probe:b is refused", line, StringComparison.Ordinal);

        _app.RunOnce();
        Assert.Equal(["ping 0", "ping 1", "ping 2"], _b.Got);
        Assert.Equal(Outcome.Queued, _a.Mail(_b, 5));
    }

    [Fact]
    public void An_action_that_throws_reaches_the_sender_of_a_send_and_the_log_for_a_post()
    {
        _b.OnPing = static _ => throw new NotSupportedException("boom");

        Assert.Equal("boom", Assert.Throws<NotSupportedException>(() => _a.Tell(_b, 1)).Message);

        _a.Mail(_b, 2);
        _a.Mail(_a, 3);
        _app.RunOnce();

        Assert.Equal(["ping 1", "ping 2"], _b.Got);
        Assert.Equal(["ping 3"], _a.Got);
        Assert.Contains(_log.From(LogLevel.Error), static line => line.Contains("Probe:b", StringComparison.Ordinal) && line.Contains("boom", StringComparison.Ordinal));
        _b.OnPing = null;
        Assert.Equal(Outcome.Handled, _a.Tell(_b, 4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Events_of_several_types_arrive_in_the_order_of_posting_whatever_is_posted_or_thrown_meanwhile(int seed)
    {
        var random = new Random(seed);
        using var app = new GAplic(new GAplicOptions { PostCapacity = 1_000 });
        var probe = app.Create<Probe>();
        var expected = new List<string>();
        var number = 0;
        probe.OnPing = _ =>
        {
            PostSome(random.Next(3));
            if (random.Next(5) == 0)
            {
                throw new NotSupportedException("ping");
            }
        };
        for (var cycle = 0; cycle < 500; cycle++)
        {
            // Rings of 16 are filled now and then, and grow.
            PostSome(random.Next(random.Next(40)));
            app.RunOnce();
        }

        probe.OnPing = null;
        while (app.RunOnce())
        {
        }

        Assert.Equal(expected, probe.Got);
        Assert.True(number > 1_000);

        void PostSome(int count)
        {
            for (; count > 0; count--)
            {
                number++;
                var isPing = random.Next(3) != 0;
                var outcome = isPing ? probe.Post(new EvPing(number)) : probe.Post(new EvPong(number));
                if (outcome == Outcome.Queued)
                {
                    expected.Add($"{(isPing ? "ping" : "pong")} {number}");
                }
            }
        }
    }

    [Fact]
    public void Room_that_was_reserved_is_there_whatever_was_posted_before()
    {
        // Each loop is a new one; the first of them pays for the code.
        Assert.Equal(0, Enumerable.Range(0, 10).Min(static _ => AllocatedForAHundred()));

        static long AllocatedForAHundred()
        {
            using var app = new GAplic();
            var probe = app.Create<Probe>();
            probe.Post(new EvPing(0));
            probe.Post(new EvPong(0));
            app.Mailbox.Reserve<EvPong>(100);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 1; i <= 100; i++)
            {
                probe.Post(new EvPong(i));
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            probe.Post(new EvPing(101));
            app.RunOnce();
            Assert.Equal(["ping 0", .. Enumerable.Range(0, 101).Select(static i => $"pong {i}"), "ping 101"], probe.Got);
            return allocated;
        }
    }

    [Fact]
    public void Posts_from_many_threads_arrive_all_and_in_order_for_each_thread()
    {
        using var app = new GAplic(new GAplicOptions { PostCapacity = 100_000 });
        var target = app.Create<Probe>("target");
        using var done = new CancellationTokenSource();
        var loop = new Thread(() => app.Run(done.Token));
        loop.Start();

        var senders = Enumerable.Range(0, 4).Select(sender => new Thread(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                target.Post(new EvPing((sender * 1000) + i));
            }
        })).ToList();
        senders.ForEach(static thread => thread.Start());
        senders.ForEach(static thread => thread.Join());
        using var all = new ManualResetEventSlim();
        app.PostCallback(() => app.PostCallback(all.Set));
        Assert.True(all.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        done.Cancel();
        loop.Join();

        var numbers = target.Got.ConvertAll(static text => int.Parse(text.AsSpan(5), provider: null));
        Assert.Equal(4000, numbers.Count);
        foreach (var group in numbers.GroupBy(static number => number / 1000))
        {
            Assert.Equal(group.Order(), group);
        }
    }
}
