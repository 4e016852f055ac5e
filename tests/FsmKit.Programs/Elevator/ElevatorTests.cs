using Xunit;

namespace FsmKit.Programs.Elevator;

/// <summary>The elevator in virtual time.</summary>
public sealed class ElevatorTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly Elevator _car;
    private readonly List<string> _told = [];

    public ElevatorTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _car = _app.Create<Elevator>("car");
        _car.Subscribe((GObj _, in EvDrive e) => _told.Add($"drive {e.Direction}"));
        _car.Subscribe((GObj _, in EvArrived e) => _told.Add($"arrived {e.Floor}"));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void It_stops_on_the_way_up_before_it_turns()
    {
        _car.Send(new EvRequest(3));
        _car.Send(new EvRequest(2));
        Pass(1, 2);
        Assert.Equal("Boarding", _car.StateName);
        _car.Send(new EvRequest(0));
        WaitForDoor();
        Assert.Equal("Moving", _car.StateName);
        Pass(3);
        WaitForDoor();
        Pass(2, 1, 0);
        WaitForDoor();
        Assert.Equal("Waiting", _car.StateName);
        Assert.Equal(
            ["drive 1", "drive 0", "arrived 2", "drive 1", "drive 0", "arrived 3", "drive -1", "drive 0", "arrived 0"], _told);
    }

    [Fact]
    public void Who_stands_in_the_door_keeps_the_car()
    {
        _car.Send(new EvRequest(0));
        _time.Advance(2_000, _app);
        _time.Advance(5_000, _app);
        _time.Advance(1_000, _app);
        Assert.Equal("Closing", Door.StateName);
        _car.Send(new EvObstructed());
        Assert.Equal("Opening", Door.StateName);
        _time.Advance(2_000, _app);
        Assert.Equal(("Opened", "Boarding"), (Door.StateName, _car.StateName));
        _time.Advance(5_000, _app);
        _time.Advance(2_000, _app);
        Assert.Equal(("Closed", "Waiting"), (Door.StateName, _car.StateName));
    }

    [Fact]
    public void A_request_at_the_floor_opens_the_door_again()
    {
        _car.Send(new EvRequest(0));
        _time.Advance(2_000, _app);
        _time.Advance(5_000, _app);
        _car.Send(new EvRequest(0));
        Assert.Equal("Opening", Door.StateName);
    }

    [Fact]
    public void After_an_emergency_stop_it_goes_on_where_it_was()
    {
        _car.Send(new EvRequest(2));
        _car.Send(new EvEmergencyStop());
        Assert.Equal("Halted", _car.StateName);
        Assert.Equal(Outcome.Ignored, _car.Send(new EvRequest(1)));
        _car.Send(new EvEmergencyEnds());
        Assert.Equal("Moving", _car.StateName);
        Assert.Equal(["drive 1", "drive 0", "drive 1"], _told);
    }

    private Door Door => Assert.IsType<Door>(_car.Children[0]);

    private void Pass(params ReadOnlySpan<int> floors)
    {
        foreach (var floor in floors)
        {
            _car.Send(new EvFloorReached(floor));
        }
    }

    private void WaitForDoor()
    {
        _time.Advance(2_000, _app);
        _time.Advance(5_000, _app);
        _time.Advance(2_000, _app);
    }
}
