using Xunit;

namespace FsmKit.Programs.Game;

/// <summary>The character in virtual time.</summary>
public sealed class GameTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly Hero _hero;
    private readonly List<string> _told = [];

    public GameTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _hero = _app.Create<Hero>("hero");
        _hero.Subscribe((GObj _, in EvSprite e) => _told.Add(e.Name));
        _hero.Subscribe((GObj _, in EvShot e) => _told.Add($"shot {e.RoundsLeft}"));
        _hero.Subscribe((GObj _, in EvClick _) => _told.Add("click"));
        _hero.Subscribe((GObj _, in EvDied _) => _told.Add("died"));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void It_walks_ducks_jumps_dives_and_lands()
    {
        _hero.Send(new EvStick(1));
        Assert.Equal("Walking", _hero.StateName);
        _hero.Send(new EvDownPressed());
        Assert.Equal("Ducking", _hero.StateName);
        _hero.Send(new EvDownReleased());
        _hero.Send(new EvJumpPressed());
        _hero.Send(new EvDownPressed());
        Assert.Equal("Diving", _hero.StateName);
        _hero.Send(new EvLanded());
        Assert.Equal("Walking", _hero.StateName);
        Assert.Equal(["walking", "ducking", "walking", "jumping", "diving", "walking"], _told);
    }

    [Fact]
    public void Who_is_stunned_in_the_air_goes_on_there_and_lands()
    {
        _hero.Send(new EvJumpPressed());
        _hero.Send(new EvHit(10));
        Assert.Equal("Stunned", _hero.StateName);
        Assert.Equal(Outcome.Deferred, _hero.Send(new EvLanded()));
        Assert.Equal(Outcome.Ignored, _hero.Send(new EvFirePressed()));
        _time.Advance(1_000, _app);
        Assert.Equal("Standing", _hero.StateName);
        Assert.Equal(["jumping", "stunned", "jumping", "standing"], _told);
    }

    [Fact]
    public void A_weapon_is_fired_until_it_is_empty_and_reloaded()
    {
        for (var i = 0; i < 7; i++)
        {
            _hero.Send(new EvFirePressed());
            Assert.Equal(i < 6 ? Outcome.Ignored : Outcome.Handled, _hero.Send(new EvFirePressed()));
            _time.Advance(250, _app);
        }

        Assert.Equal(["shot 5", "shot 4", "shot 3", "shot 2", "shot 1", "shot 0", "click", "click"], _told);
        _hero.Send(new EvReloadPressed());
        _time.Advance(2_000, _app);
        _hero.Send(new EvFirePressed());
        Assert.Equal("shot 5", _told[^1]);
    }

    [Fact]
    public void Too_much_damage_ends_the_game()
    {
        _hero.Send(new EvHit(60));
        _hero.Send(new EvHit(60));
        Assert.True(_hero.IsFinished);
        Assert.Equal(("Dead", "died"), (_hero.StateName, _told[^1]));
    }
}
