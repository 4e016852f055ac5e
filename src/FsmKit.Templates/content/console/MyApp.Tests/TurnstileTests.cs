using FsmKit;
using Microsoft.Extensions.Time.Testing;

namespace MyApp.Tests;

public class TurnstileTests
{
    [Fact]
    public void A_coin_lets_one_guest_pass()
    {
        using var app = new GAplic();
        var turnstile = app.Create<Turnstile>();
        Assert.Equal(Outcome.Refused, turnstile.Send(new EvPush()));
        Assert.Equal(Outcome.Handled, turnstile.Send(new EvCoin()));
        Assert.Equal(Outcome.Handled, turnstile.Send(new EvPush()));
        Assert.Equal("Locked", turnstile.StateName);
    }

    [Fact]
    public void An_unused_turnstile_locks_again()
    {
        var time = new FakeTimeProvider();
        using var app = new GAplic(new GAplicOptions { Time = time });
        var turnstile = app.Create<Turnstile>();
        turnstile.Send(new EvCoin());
        time.Advance(TimeSpan.FromSeconds(5));
        app.RunOnce();
        Assert.Equal("Locked", turnstile.StateName);
    }
}
