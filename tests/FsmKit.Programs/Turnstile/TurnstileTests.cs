using Xunit;

namespace FsmKit.Programs.Turnstile;

/// <summary>The turnstile, with coins and without.</summary>
public sealed class TurnstileTests : IDisposable
{
    private readonly GAplic _app = new();
    private readonly Turnstile _gate;
    private readonly List<string> _told = [];

    public TurnstileTests()
    {
        _gate = _app.Create<Turnstile>("gate");
        _gate.Subscribe((GObj _, in EvUnlock _) => _told.Add("unlock"));
        _gate.Subscribe((GObj _, in EvLock _) => _told.Add("lock"));
        _gate.Subscribe((GObj _, in EvAlarm _) => _told.Add("alarm"));
        _gate.Subscribe((GObj _, in EvThankYou _) => _told.Add("thank you"));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void A_coin_lets_one_through()
    {
        _gate.Send(new EvCoin());
        Assert.Equal("Unlocked", _gate.StateName);
        _gate.Send(new EvPass());
        Assert.Equal("Locked", _gate.StateName);
        Assert.Equal(["unlock", "lock"], _told);
    }

    [Fact]
    public void Who_has_not_paid_rings_the_alarm()
    {
        _gate.Send(new EvPass());
        Assert.Equal("Locked", _gate.StateName);
        Assert.Equal(["alarm"], _told);
    }

    [Fact]
    public void A_second_coin_is_kept_with_thanks()
    {
        _gate.Send(new EvCoin());
        _gate.Send(new EvCoin());
        Assert.Equal("Unlocked", _gate.StateName);
        Assert.Equal(["unlock", "thank you"], _told);
    }
}
