using Xunit;

namespace FsmKit.Tests;

/// <summary>Checks the size of a gobj and of a subscription: there are thousands of them.</summary>
[Collection(nameof(AllocationTests))]
public partial class FootprintTests
{
    private const int Many = 1_000;

    public readonly record struct EvPlain(int N);

    [Fact]
    public void A_gobj_is_twelve_words_and_what_few_have_comes_on_top()
    {
        using var app = new GAplic();
        Assert.Equal(96, Allocated(() => app.Create<Plain>()));
        Assert.Equal(136, Allocated(() => app.Create<Plain>(null, static gobj => gobj.OwnedEventFilter = static _ => false)));
    }

    [Fact]
    public void A_subscription_is_seven_words_and_an_event_without_one_is_a_word_of_its_publisher()
    {
        using var app = new GAplic();
        var subscriber = app.Create<Plain>();
        var publishers = new Queue<Sayer>();
        Assert.Equal(104, Allocated(() => publishers.Enqueue(app.Create<Sayer>()), publishers));
        Assert.Equal(56, Allocated(() => publishers.Dequeue().Subscribe(subscriber)));
    }

    [Fact]
    public void Asking_for_subscribers_makes_nothing()
    {
        using var app = new GAplic();
        var sayer = app.Create<Sayer>();
        Assert.Equal(0, Allocation.Of(() => Assert.False(sayer.IsHeard)));
    }

    /// <summary>The bytes of one of many.</summary>
    private static long Allocated(Action make, Queue<Sayer>? room = null)
    {
        // Allocation.Of makes ten times as many at most.
        room?.EnsureCapacity(10 * Many);
        return Allocation.Of(() =>
        {
            for (var i = 0; i < Many; i++)
            {
                make();
            }
        }) / Many;
    }

    [GClass, Input<EvPlain>]
    public sealed partial class Plain : GObj
    {
        private enum State : byte
        {
            [Ignore<EvPlain>]
            Idle,
        }
    }

    [GClass, Output<EvPlain>]
    public sealed partial class Sayer : GObj
    {
        public bool IsHeard => HasSubscribers<EvPlain>(this);

        public void Say() => Publish(new EvPlain());

        private enum State : byte
        {
            Idle,
        }
    }
}
