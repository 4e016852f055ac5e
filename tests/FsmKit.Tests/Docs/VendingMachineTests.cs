using FsmKit.TestShared;
using VendingSample;
using Xunit;

namespace FsmKit.Tests;

/// <summary>The vending machine of the samples, in virtual time.</summary>
public sealed class VendingMachineTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly VendingMachine _machine;
    private readonly List<string> _told = [];
    private TaskCompletionSource<int> _price = new();
    private CancellationToken _asking;

    public VendingMachineTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _machine = _app.Create<VendingMachine>("vending", machine => machine.FetchPrice = (_, cancellation) =>
        {
            _asking = cancellation;
            return _price.Task;
        });
        _machine.Subscribe((GObj _, in EvShown e) => _told.Add(e.Text));
        _machine.Subscribe((GObj _, in EvGiven e) => _told.Add($"give {e.Item}"));
        _machine.Subscribe((GObj _, in EvPaidBack e) => _told.Add($"pay back {e.Cents}"));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void It_sells()
    {
        Buy(200);
        Price(150);
        Assert.Equal("Giving", _machine.StateName);
        _time.Advance(1000, _app);
        Assert.Equal(["200 cents", "give tea", "50 cents"], _told);
        Assert.Equal("Paying", _machine.StateName);
        _machine.Send(new EvCancel());
        Assert.Equal(["pay back 50", "0 cents"], _told[3..]);
        Assert.Equal("Idle", _machine.StateName);
    }

    [Fact]
    public void Who_pays_exactly_leaves_it_idle()
    {
        Buy(150);
        Price(150);
        _time.Advance(1000, _app);
        Assert.Equal(("Idle", 0), (_machine.StateName, _machine.Credit));
    }

    [Fact]
    public void A_price_that_is_too_high_is_shown()
    {
        Buy(100);
        Price(150);
        Assert.Equal(["100 cents", "tea: 150 cents"], _told);
        Assert.Equal("Paying", _machine.StateName);
    }

    [Fact]
    public void Coins_that_come_while_it_asks_or_gives_count_afterwards()
    {
        Buy(150);
        Assert.Equal(Outcome.Deferred, _machine.Send(new EvCoin(20)));
        Price(150);
        Assert.Equal(Outcome.Deferred, _machine.Send(new EvCoin(10)));
        _time.Advance(1000, _app);
        Assert.Equal(["150 cents", "give tea", "0 cents", "20 cents", "30 cents"], _told);
    }

    [Fact]
    public void A_price_that_does_not_come_in_time_is_given_up_and_means_nothing_later()
    {
        Buy(150);
        _time.Advance(5000, _app);
        Assert.Equal(["150 cents", "tea: no price, try again"], _told);
        Assert.True(_asking.IsCancellationRequested);
        Price(100);
        Assert.Equal("Paying", _machine.StateName);
        _price = new TaskCompletionSource<int>();
        _machine.Send(new EvSelect("water"));
        Price(80);
        Assert.Equal("Giving", _machine.StateName);
    }

    [Fact]
    public void A_price_that_cannot_be_fetched_is_excused()
    {
        Buy(150);
        _price.SetException(new IOException("no line"));
        _time.Advance(0, _app);
        Assert.Equal(["150 cents", "tea: no price, try again"], _told);
    }

    [Theory]
    [InlineData("Idle")]
    [InlineData("Paying")]
    [InlineData("Pricing")]
    [InlineData("Giving")]
    public void Service_begins_anywhere_and_goes_back_there(string state)
    {
        if (state != "Idle")
        {
            _machine.Send(new EvCoin(150));
        }

        if (state is "Pricing" or "Giving")
        {
            _machine.Send(new EvSelect("tea"));
        }

        if (state == "Giving")
        {
            Price(150);
        }

        Assert.Equal(state, _machine.StateName);
        _machine.Send(new EvServiceBegins());
        Assert.Equal("Maintenance", _machine.StateName);
        Assert.Equal(Outcome.Refused, _machine.Send(new EvCoin(10)));
        _machine.Send(new EvServiceEnds());
        Assert.Equal(state, _machine.StateName);
    }

    [Fact]
    public void What_the_motor_says_during_service_is_heard_afterwards()
    {
        Buy(150);
        Price(150);
        _machine.Send(new EvServiceBegins());
        _time.Advance(2000, _app);
        Assert.DoesNotContain("give tea", _told);
        _machine.Send(new EvServiceEnds());
        Assert.Contains("give tea", _told);
        Assert.Equal("Idle", _machine.StateName);
    }

    [Fact]
    public void Service_gives_the_question_up_and_asks_again_afterwards()
    {
        Buy(150);
        var before = _asking;
        _machine.Send(new EvServiceBegins());
        Assert.True(before.IsCancellationRequested);
        _price = new TaskCompletionSource<int>();
        _machine.Send(new EvServiceEnds());
        Assert.False(_asking.IsCancellationRequested);
        Price(150);
        Assert.Equal("Giving", _machine.StateName);
    }

    [Fact]
    public void Money_that_nobody_spends_is_paid_back()
    {
        _machine.Send(new EvCoin(50));
        _time.Advance(59_999, _app);
        _machine.Send(new EvCoin(50));
        _time.Advance(60_000, _app);
        Assert.Equal(["50 cents", "100 cents", "pay back 100", "0 cents"], _told);
    }

    private void Buy(int cents)
    {
        _machine.Send(new EvCoin(cents));
        _machine.Send(new EvSelect("tea"));
    }

    private void Price(int cents)
    {
        _price.SetResult(cents);
        _time.Advance(0, _app);
    }
}
