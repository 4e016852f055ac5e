using Xunit;

namespace FsmKit.Programs.Phone;

/// <summary>The phone line in virtual time.</summary>
public sealed class PhoneTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly PhoneLine _line;
    private readonly List<string> _told = [];

    public PhoneTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _line = _app.Create<PhoneLine>("line");
        _line.Subscribe((GObj _, in EvSignal e) => _told.Add(e.Text));
        _line.Subscribe((GObj _, in EvBell e) => _told.Add(e.IsOn ? "ring" : "quiet"));
        _line.Subscribe((GObj _, in EvTone e) => _told.Add($"tone {e.Name}"));
        _line.Subscribe((GObj _, in EvCallEnded e) => _told.Add($"ended {e.Duration.TotalSeconds}"));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void A_call_is_made_held_and_ended()
    {
        _line.Send(new EvDial("555"));
        Assert.Equal("Dialing", _line.StateName);
        _line.Send(new EvRemoteRings());
        Assert.Equal("Alerting", _line.StateName);
        _line.Send(new EvRemoteAnswered());
        _line.Send(new EvHold());
        Assert.Equal("OnHold", _line.StateName);
        _time.Advance(90_000, _app);
        _line.Send(new EvResume());
        Assert.Equal("Talking", _line.StateName);
        _line.Send(new EvRemoteHungUp());
        Assert.Equal("Idle", _line.StateName);
        Assert.Equal(["setup 555", "tone ringback", "tone none", "hold", "resume", "ended 90"], _told);
    }

    [Fact]
    public void A_call_is_taken_and_a_second_one_finds_the_line_busy()
    {
        _line.Send(new EvIncomingCall("111"));
        Assert.Equal("Ringing", _line.StateName);
        _line.Send(new EvAnswer());
        Assert.Equal("Talking", _line.StateName);
        _line.Send(new EvIncomingCall("222"));
        _line.Send(new EvHangUp());
        Assert.Equal(["ring", "quiet", "connect", "busy 222", "ended 0", "release"], _told);
    }

    [Fact]
    public void Who_is_busy_is_heard_for_half_a_minute()
    {
        _line.Send(new EvDial("555"));
        _line.Send(new EvRemoteBusy());
        Assert.Equal("Busy", _line.StateName);
        _time.Advance(30_000, _app);
        Assert.Equal("Idle", _line.StateName);
        Assert.Equal(["setup 555", "tone none", "tone busy", "tone none"], _told);
    }

    [Fact]
    public void A_call_that_nobody_takes_is_given_up_whatever_rings_in_between()
    {
        _line.Send(new EvDial("555"));
        _time.Advance(30_000, _app);
        _line.Send(new EvRemoteRings());
        _time.Advance(30_000, _app);
        Assert.Equal("Idle", _line.StateName);
        Assert.Equal("release", _told[^1]);
    }
}
