using Xunit;

namespace FsmKit.Programs.Mqtt;

/// <summary>The MQTT session in virtual time, with the broker played by hand.</summary>
public sealed class MqttTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly MqttSession _session;
    private readonly List<string> _told = [];

    public MqttTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _session = _app.Create<MqttSession>("session");
        _session.Subscribe((GObj _, in EvOpenTransport _) => _told.Add("open"));
        _session.Subscribe((GObj _, in EvCloseTransport _) => _told.Add("close"));
        _session.Subscribe((GObj _, in EvPacket e) => _told.Add(e.Text));
        _session.Subscribe((GObj _, in EvOnline _) => _told.Add("online"));
        _session.Subscribe((GObj _, in EvOffline _) => _told.Add("offline"));
        _session.Subscribe((GObj _, in EvRejected e) => _told.Add($"rejected {e.ReturnCode}"));
        _session.Subscribe((GObj _, in EvMessage e) => _told.Add($"{e.Topic}: {e.Payload}"));
        _session.Subscribe((GObj _, in EvDelivered e) => _told.Add($"delivered {e.PacketId}"));
        _session.Subscribe((GObj _, in EvSubscribed e) => _told.Add($"subscribed {e.PacketId}"));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void It_connects_subscribes_hears_and_says_goodbye()
    {
        _session.Send(new EvConnect());
        Assert.Equal(Outcome.Deferred, _session.Send(new EvSubscribe("news")));
        _session.Send(new EvTransportOpened());
        _session.Send(new EvConnAck(0));
        _session.Send(new EvSubAck(1));
        _session.Send(new EvPublishArrived("news", "rain", 9));
        _session.Send(new EvPublish("log", "heard", Qos.AtMostOnce));
        _session.Send(new EvDisconnect());
        Assert.Equal("Disconnected", _session.StateName);
        Assert.Equal(
            ["open", "CONNECT", "online", "SUBSCRIBE 1 news", "subscribed 1", "news: rain", "PUBACK 9", "PUBLISH 0 log heard", "DISCONNECT", "close"],
            _told);
    }

    [Fact]
    public void A_message_of_QoS_1_is_repeated_until_it_is_acknowledged_over_a_reconnection_too()
    {
        GoOnline();
        _session.Send(new EvPublish("door", "open", Qos.AtLeastOnce));
        _time.Advance(20_000, _app);
        _session.Send(new EvTransportClosed());
        Assert.Equal("BackingOff", _session.StateName);
        _time.Advance(1_000, _app);
        _session.Send(new EvTransportOpened());
        _session.Send(new EvConnAck(0));
        _session.Send(new EvDisconnect());
        _time.Advance(60_000, _app);
        Assert.Equal("close", _told[^1]);
        GoOnline();
        _session.Send(new EvPubAck(1));
        Assert.Empty(_session.Children);
        Assert.Equal(
            [
                "PUBLISH 1 door open", "PUBLISH 1 door open DUP", "offline",
                "open", "CONNECT", "online", "PUBLISH 1 door open DUP", "DISCONNECT", "close",
                "open", "CONNECT", "online", "PUBLISH 1 door open DUP", "delivered 1",
            ],
            _told[3..]);
    }

    [Fact]
    public void A_broker_that_does_not_answer_a_ping_is_left()
    {
        GoOnline();
        _time.Advance(60_000, _app);
        Assert.Equal("Pinging", _session.StateName);
        _session.Send(new EvPingResp());
        Assert.Equal("Quiet", _session.StateName);
        _time.Advance(60_000, _app);
        _time.Advance(10_000, _app);
        Assert.Equal("BackingOff", _session.StateName);
        Assert.Equal(["PINGREQ", "PINGREQ", "close", "offline"], _told[3..]);
    }

    [Fact]
    public void Each_attempt_waits_twice_as_long_as_the_one_before()
    {
        _session.Send(new EvConnect());
        for (var wait = 1_000; wait <= 8_000; wait *= 2)
        {
            _session.Send(new EvTransportClosed());
            _time.Advance(wait - 1, _app);
            Assert.Equal("BackingOff", _session.StateName);
            _time.Advance(1, _app);
            Assert.Equal("Opening", _session.StateName);
        }
    }

    [Fact]
    public void A_broker_that_refuses_ends_the_session()
    {
        _session.Send(new EvConnect());
        _session.Send(new EvTransportOpened());
        _session.Send(new EvConnAck(5));
        Assert.Equal("Disconnected", _session.StateName);
        Assert.Equal(["open", "CONNECT", "rejected 5", "close"], _told);
    }

    private void GoOnline()
    {
        _session.Send(new EvConnect());
        _session.Send(new EvTransportOpened());
        _session.Send(new EvConnAck(0));
    }
}
