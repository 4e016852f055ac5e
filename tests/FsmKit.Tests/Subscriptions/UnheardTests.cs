using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

public readonly record struct EvSaid(int Number);

public readonly record struct EvMuttered(int Number);

/// <summary>An output event that reaches no subscriber although a gobj was meant to hear it.</summary>
public sealed partial class UnheardTests : IDisposable
{
    private readonly LogLines _log = new();
    private readonly GAplic _app;
    private readonly Parent _parent;

    public UnheardTests()
    {
        _app = new GAplic("app", new GAplicOptions { Logger = _log });
        _parent = _app.Create<Parent>("parent");
    }

    public void Dispose() => _app.Dispose();

    private IEnumerable<string> Warnings => _log.From(LogLevel.Warning);

    [Fact]
    public void A_parent_without_an_answer_for_what_its_child_publishes_is_told_once_per_pair_of_gclasses()
    {
        var children = new[] { _parent.Create<Talker>("first"), _parent.Create<Talker>("second") };
        foreach (var child in children)
        {
            child.Say(1);
            child.Say(2);
        }

        Assert.Equal(
            ["Warning: EvSaid of Talker:first reaches no subscriber; Parent:parent was to hear it. Add [Input<EvSaid>] to Parent, subscribe another gobj, or declare the output with Optional = true. This is told once for Talker and Parent."],
            Warnings);

        _app.Create<OtherParent>().Create<Talker>("third").Say(3);
        Assert.Equal(2, Warnings.Count());
    }

    [Fact]
    public void An_optional_output_may_go_unheard()
    {
        _parent.Create<Talker>().Mutter(1);
        Assert.Empty(Warnings);
    }

    /// <summary>A server creates a gobj for each connection, and some events of it go unheard.</summary>
    [Fact]
    public void A_further_gobj_whose_event_goes_unheard_allocates_nothing()
    {
        var children = new Stack<Talker>(Enumerable.Range(0, 1000).Select(_ => _parent.Create<Talker>()));
        Assert.Equal(0, Allocation.Of(() =>
        {
            var child = children.Pop();
            child.Mutter(1);
            child.Say(1);
        }));
    }

    [Fact]
    public void Nothing_is_told_when_another_subscriber_takes_the_event_or_has_taken_it()
    {
        var child = _parent.Create<Talker>();
        var count = 0;
        var subscription = child.Subscribe<EvSaid>((GObj _, in EvSaid _) => count++);
        child.Say(1);
        subscription.Dispose();
        child.Say(2);

        Assert.Equal(1, count);
        Assert.Empty(Warnings);
        Assert.False(child.IsHeard);
    }

    [Fact]
    public void A_subscriber_that_comes_after_the_first_publication_gets_the_next_one()
    {
        var child = _parent.Create<Talker>();
        child.Say(1);
        var got = new List<int>();
        child.Subscribe<EvSaid>((GObj _, in EvSaid e) => got.Add(e.Number));
        child.Subscribe<EvSaid>((GObj _, in EvSaid e) => got.Add(-e.Number));
        child.Say(2);

        Assert.Equal([2, -2], got);
    }

    [Fact]
    public void A_gobj_directly_below_the_loop_may_go_unheard_but_not_the_data_that_it_lends()
    {
        var talker = _app.Create<Talker>("talker");
        talker.Say(1);
        Assert.Empty(Warnings);
        talker.Lend([1]);
        talker.Lend([2]);
        Assert.Equal(
            ["Warning: EvBytes of Talker:talker reaches no subscriber; GAplic:app was to hear it. Subscribe a gobj with Subscribe<EvBytes>, or name it as the Subscriber when the publisher is created. This is told once for Talker and GAplic."],
            Warnings);
    }

    [Fact]
    public void A_child_that_was_to_hear_its_parent_is_named()
    {
        var talker = _app.Create<Talker>("talker");
        talker.Create<Probe>("session");
        talker.Lend([1]);
        Assert.Contains("Its child Probe:session accepts it", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subscriber_that_is_gone_before_the_creation_is_told()
    {
        var probe = _app.Create<Probe>("probe");
        probe.Destroy();
        var talker = _app.Create<Talker>("talker", talker => talker.Subscriber = probe);
        talker.Lend([1]);
        Assert.Contains("Probe:probe was to hear it. It accepts the event and is not subscribed", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_timer_whose_parent_has_no_row_for_it_is_told()
    {
        var time = new ManualTime();
        using var app = new GAplic("app", new GAplicOptions { Logger = _log, Time = time });
        app.Create<Parent>().Create<GTimer>("timer").Send(new EvSetTimer(TimeSpan.FromSeconds(1)));
        time.Advance(1_000, app);
        Assert.Contains("EvTimeout of GTimer:timer reaches no subscriber", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unheard_costs_no_memory()
    {
        var talker = _parent.Create<Talker>();
        Assert.Equal(0, Allocation.Of(() => talker.Say(1)));
    }

    [GClass]
    [Output<EvSaid>, Output<EvMuttered>(Optional = true), Output<EvBytes>]
    public sealed partial class Talker : GObj
    {
        private enum State : byte
        {
            Idle,
        }

        public bool IsHeard => HasSubscribers<EvSaid>(this);

        public void Say(int number) => Publish(new EvSaid(number));

        public void Mutter(int number) => Publish(new EvMuttered(number));

        public void Lend(ReadOnlySpan<byte> data) => Publish(new EvBytes(data));
    }

    [GClass, Input<EvPing>]
    public sealed partial class Parent : GObj
    {
        private enum State : byte
        {
            [Ignore<EvPing>]
            Idle,
        }
    }

    [GClass, Input<EvPing>]
    public sealed partial class OtherParent : GObj
    {
        private enum State : byte
        {
            [Ignore<EvPing>]
            Idle,
        }
    }
}
