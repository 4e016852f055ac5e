using Xunit;

namespace FsmKit.Programs.Junction;

/// <summary>The junction in virtual time.</summary>
public sealed class JunctionTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly JunctionController _junction;
    private readonly List<string> _told = [];

    public JunctionTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _junction = _app.Create<JunctionController>("junction");
        foreach (var light in _junction.Children<IPublish<EvAspect>>())
        {
            light.Subscribe((GObj light, in EvAspect e) => _told.Add($"{light.Name} {e.Aspect}"));
        }
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void The_roads_go_in_turn()
    {
        Assert.Equal("AllRed", _junction.StateName);
        _time.Advance(3_000, _app);
        Pass(1_000, 19_000, 3_000);
        Assert.Equal("SideGreen", _junction.StateName);
        Pass(1_000, 19_000, 3_000);
        Assert.Equal("MainGreen", _junction.StateName);
        Assert.Equal(
            [
                "main RedAmber", "main Green", "main Amber", "main Red", "side RedAmber", "side Green", "side Amber", "side Red",
                "main RedAmber",
            ],
            _told);
    }

    [Fact]
    public void Who_has_pressed_the_button_crosses_between_the_roads()
    {
        Pass(3_000, 1_000);
        _junction.Send(new EvButton());
        Pass(19_000, 3_000);
        Assert.Equal("Crossing", _junction.StateName);
        Pass(8_000, 5_000);
        Assert.Equal("SideGreen", _junction.StateName);
        Assert.Equal(["main Red", "walkers Green", "walkers Red", "walkers Red", "side RedAmber"], _told[3..]);
    }

    [Fact]
    public void At_night_all_warn_and_in_the_morning_it_begins_anew()
    {
        Pass(3_000, 1_000);
        _junction.Send(new EvNightBegins());
        Assert.Equal("Night", _junction.StateName);
        Assert.Equal(["main FlashingAmber", "side FlashingAmber", "walkers Dark"], _told[2..]);
        Assert.Equal(Outcome.Ignored, _junction.Send(new EvButton()));
        _junction.Send(new EvNightEnds());
        Assert.Equal("AllRed", _junction.StateName);
        Assert.Equal(["main Red", "side Red", "walkers Red"], _told[5..]);
    }

    [Fact]
    public void A_fault_lasts_through_the_night_until_it_is_repaired()
    {
        Pass(3_000, 20_000);
        Assert.Equal("MainClearing", _junction.StateName);
        _junction.Send(new EvFault());
        _junction.Send(new EvNightBegins());
        _junction.Send(new EvNightEnds());
        Assert.Equal("Fault", _junction.StateName);
        Pass(3_000);
        _junction.Send(new EvRepaired());
        Assert.Equal("AllRed", _junction.StateName);
    }

    private void Pass(params ReadOnlySpan<int> milliseconds)
    {
        foreach (var span in milliseconds)
        {
            _time.Advance(span, _app);
        }
    }
}
