using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

public sealed class SubscriptionTests : IDisposable
{
    private readonly LogLines _log = new();
    private readonly GAplic _app;
    private readonly Probe _publisher;
    private readonly Probe _a;
    private readonly Probe _b;

    public SubscriptionTests()
    {
        _app = new GAplic("app", new GAplicOptions { Logger = _log });
        _publisher = _app.Create<Probe>("publisher");
        _a = _app.Create<Probe>("a");
        _b = _app.Create<Probe>("b");
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void The_parent_is_subscribed_to_what_it_accepts()
    {
        var child = _a.Create<Probe>("child");
        child.Say(1);
        child.SayBytes([1, 2, 3]);

        Assert.Equal(["ping 1", "3 bytes"], _a.Got);
        Assert.Equal([child], _a.Sources);
    }

    [Fact]
    public void Another_subscriber_can_stand_in_for_the_parent()
    {
        var child = _a.Create<Probe>("child", configured => configured.Subscriber = _b);
        child.Say(1);

        Assert.Empty(_a.Got);
        Assert.Equal(["ping 1"], _b.Got);
    }

    [Fact]
    public void Subscribers_get_the_event_in_the_order_of_subscription()
    {
        var order = new List<string>();
        _publisher.Subscribe<EvPing>(_b);
        _publisher.Subscribe<EvPing>(_a);
        _b.OnPing = self => order.Add(self.Name);
        _a.OnPing = self => order.Add(self.Name);

        _publisher.Say(1);

        Assert.Equal(["b", "a"], order);
    }

    [Fact]
    public void A_second_subscription_replaces_the_first_with_a_warning()
    {
        var first = _publisher.Subscribe<EvPing>(_a);
        _publisher.Subscribe<EvPing>(_a);
        _publisher.Say(1);

        Assert.Equal(["ping 1"], _a.Got);
        Assert.False(first.IsActive);
        Assert.Contains(_log.From(LogLevel.Warning), static line => line.Contains("a second time", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_post_rename_filter_and_once()
    {
        _publisher.SubscribePosted<EvPing>(_a);
        _publisher.SubscribeAs<EvPing, EvPong>(_b, static (in EvPing e) => new EvPong(e.Number * 2));
        var c = _app.Create<Probe>("c");
        _publisher.Subscribe<EvPing>(c, SubscriptionOptions.Once, static (in EvPing e) => e.Number > 1);

        _publisher.Say(1);
        _publisher.Say(2);
        _publisher.Say(3);

        Assert.Empty(_a.Got);
        Assert.Equal(["pong 2", "pong 4", "pong 6"], _b.Got);
        Assert.Equal(["ping 2"], c.Got);
        _app.RunOnce();
        Assert.Equal(["ping 1", "ping 2", "ping 3"], _a.Got);
        Assert.All(_a.Sources, source => Assert.Same(_publisher, source));
    }

    [Fact]
    public void A_callback_can_subscribe()
    {
        var got = new List<int>();
        EventCallback<EvPing> callback = (GObj publisher, in EvPing e) => got.Add(e.Number);
        _publisher.Subscribe(callback);
        _publisher.Say(1);
        Assert.True(_publisher.Unsubscribe<EvPing>(callback));
        _publisher.Say(2);

        Assert.Equal([1], got);
    }

    [Fact]
    public void Unsubscribing_tells_whether_there_was_a_subscription_and_spares_hard_ones()
    {
        _publisher.Subscribe<EvPing>(_a);
        _publisher.Subscribe<EvPing>(_b, SubscriptionOptions.Hard);

        Assert.True(_publisher.Unsubscribe<EvPing>(_a));
        Assert.False(_publisher.Unsubscribe<EvPing>(_a));
        Assert.False(_publisher.Unsubscribe<EvPing>(_b));
        _publisher.UnsubscribeAll();
        _publisher.Say(1);
        Assert.Equal(["ping 1"], _b.Got);

        Assert.True(_publisher.Unsubscribe<EvPing>(_b, force: true));
        _publisher.Say(2);
        Assert.Single(_b.Got);
    }

    [Fact]
    public void A_subscription_ends_with_either_side()
    {
        var toDeadSubscriber = _publisher.Subscribe<EvPing>(_a, SubscriptionOptions.Hard);
        var ofDeadPublisher = _b.Subscribe<EvPing>(_publisher);
        _a.Destroy();
        _b.Destroy();

        Assert.False(toDeadSubscriber.IsActive);
        Assert.False(ofDeadPublisher.IsActive);
        _publisher.Say(1);
        Assert.Empty(_log.From(LogLevel.Warning));
        Assert.Throws<GObjException>(() => _publisher.Subscribe<EvPing>(_a));
    }

    [Fact]
    public void A_publication_goes_through_the_subscribers_that_were_there_when_it_began()
    {
        _publisher.Subscribe<EvPing>(_a);
        _publisher.Subscribe<EvPing>(_b);
        var late = _app.Create<Probe>("late");
        _a.OnPing = _ =>
        {
            _publisher.Subscribe<EvPing>(late);
            _publisher.Unsubscribe<EvPing>(_b);
        };

        _publisher.Say(1);

        Assert.Empty(late.Got);
        Assert.Empty(_b.Got);
    }

    [Fact]
    public void A_publication_stops_when_its_publisher_dies()
    {
        _publisher.Subscribe<EvPing>(_a);
        _publisher.Subscribe<EvPing>(_b);
        _a.OnPing = _ => _publisher.Destroy();

        _publisher.Say(1);

        Assert.Equal(["ping 1"], _a.Got);
        Assert.Empty(_b.Got);
    }

    [Fact]
    public void The_filter_of_owned_events_ends_a_publication_at_the_one_who_takes_it()
    {
        _publisher.Subscribe<EvPing>(_a);
        _publisher.Subscribe<EvPing>(_b);
        _publisher.OwnedEventFilter = static outcome => outcome == Outcome.Handled;

        _publisher.Say(1);

        Assert.Single(_a.Got);
        Assert.Empty(_b.Got);
    }

    [Fact]
    public void A_thousand_subscriptions_of_one_subscriber_end_one_by_one()
    {
        var publishers = Enumerable.Range(0, 1000).Select(_ => _app.Create<Probe>()).ToList();
        publishers.ForEach(publisher => publisher.Subscribe<EvPing>(_a));
        publishers.ForEach(static publisher => publisher.Say(1));
        publishers.Where(static (_, index) => index % 2 == 0).ToList().ForEach(static publisher => publisher.Destroy());
        publishers.ForEach(static publisher => publisher.Say(2));

        Assert.Equal(1500, _a.Got.Count);
    }

    [Fact]
    public void A_subscriber_that_throws_does_not_keep_the_others_from_hearing()
    {
        _publisher.Subscribe<EvPing>(_a);
        _publisher.Subscribe<EvPing>(_b);
        _a.OnPing = static _ => throw new NotSupportedException("a");
        _b.OnPing = static _ => throw new NotSupportedException("b");

        Assert.Equal("a", Assert.Throws<NotSupportedException>(() => _publisher.Say(1)).Message);

        Assert.Equal((1, 1), (_a.Got.Count, _b.Got.Count));
        Assert.Single(_log.Lines, static line => line.EndsWith(" b", StringComparison.Ordinal));
    }
}
