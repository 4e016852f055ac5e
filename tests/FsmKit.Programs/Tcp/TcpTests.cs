using Xunit;

namespace FsmKit.Programs.Tcp;

/// <summary>A TCP connection, by the figures 6, 12 and 13 of RFC 9293.</summary>
public sealed class TcpTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly TcpConnection _tcp;
    private readonly List<string> _told = [];

    public TcpTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _tcp = _app.Create<TcpConnection>("tcp");
        _tcp.Subscribe((GObj _, in EvTransmit e) => _told.Add($"{e.Control} {e.Seq} {e.Ack} {e.Length}"));
        _tcp.Subscribe((GObj _, in EvEstablished _) => _told.Add("established"));
        _tcp.Subscribe((GObj _, in EvReceived e) => _told.Add($"received {e.Length}"));
        _tcp.Subscribe((GObj _, in EvPeerClosed _) => _told.Add("peer closed"));
        _tcp.Subscribe((GObj _, in EvConnectionReset _) => _told.Add("reset"));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void A_client_connects_sends_and_closes_first()
    {
        _tcp.Send(new EvActiveOpen());
        Assert.Equal(Outcome.Deferred, _tcp.Send(new EvSend(10)));
        _tcp.Send(new EvSegment(Control.Syn | Control.Ack, 300, 101));
        Assert.Equal("Established", _tcp.StateName);
        _tcp.Send(new EvClose());
        Assert.Equal("FinWait1", _tcp.StateName);
        _tcp.Send(new EvSegment(Control.Ack, 301, 112));
        Assert.Equal("FinWait2", _tcp.StateName);
        _tcp.Send(new EvSegment(Control.Fin | Control.Ack, 301, 112));
        Assert.Equal("TimeWait", _tcp.StateName);
        Assert.Equal(
            ["Syn 100 0 0", "Ack 101 301 0", "established", "Ack 101 301 10", "Fin, Ack 111 301 0", "Ack 112 302 0", "peer closed"], _told);
        _time.Advance(TimeSpan.FromMinutes(4).TotalMilliseconds, _app);
        Assert.Equal("Closed", _tcp.StateName);
    }

    [Fact]
    public void A_server_is_connected_to_and_closes_last()
    {
        _tcp.Send(new EvPassiveOpen());
        _tcp.Send(new EvSegment(Control.Syn, 300));
        Assert.Equal("SynReceived", _tcp.StateName);
        _tcp.Send(new EvSegment(Control.Ack, 301, 101));
        _tcp.Send(new EvSegment(Control.Ack, 301, 101, 5));
        _tcp.Send(new EvSegment(Control.Fin | Control.Ack, 306, 101));
        Assert.Equal("CloseWait", _tcp.StateName);
        _tcp.Send(new EvClose());
        Assert.Equal("LastAck", _tcp.StateName);
        _tcp.Send(new EvSegment(Control.Ack, 307, 102));
        Assert.Equal("Closed", _tcp.StateName);
        Assert.Contains("received 5", _told);
    }

    [Fact]
    public void Both_close_at_once_and_a_FIN_that_is_repeated_prolongs_TIME_WAIT()
    {
        Connect();
        _tcp.Send(new EvClose());
        _tcp.Send(new EvSegment(Control.Fin | Control.Ack, 301, 101));
        Assert.Equal("Closing", _tcp.StateName);
        _tcp.Send(new EvSegment(Control.Ack, 302, 102));
        _time.Advance(200_000, _app);
        _tcp.Send(new EvSegment(Control.Fin | Control.Ack, 301, 102));
        _time.Advance(200_000, _app);
        Assert.Equal("TimeWait", _tcp.StateName);
        _time.Advance(40_000, _app);
        Assert.Equal("Closed", _tcp.StateName);
    }

    [Fact]
    public void One_segment_can_acknowledge_the_FIN_and_carry_the_last_data_and_a_FIN()
    {
        Connect();
        _tcp.Send(new EvClose());
        _tcp.Send(new EvSegment(Control.Fin | Control.Ack, 301, 102, 7));
        Assert.Equal("TimeWait", _tcp.StateName);
        Assert.Equal(["Ack 102 309 0", "received 7", "peer closed"], _told[4..]);
    }

    [Fact]
    public void A_reset_ends_any_synchronized_state_and_brings_a_server_in_the_handshake_back_to_LISTEN()
    {
        Connect();
        _tcp.Send(new EvClose());
        _tcp.Send(new EvSegment(Control.Rst | Control.Ack, 301, 102));
        Assert.Equal("Closed", _tcp.StateName);
        Assert.Equal("reset", _told[^1]);
        _tcp.Send(new EvPassiveOpen());
        _tcp.Send(new EvSegment(Control.Syn, 300));
        _tcp.Send(new EvSegment(Control.Rst, 301));
        Assert.Equal("Listen", _tcp.StateName);
    }

    private void Connect()
    {
        _tcp.Send(new EvActiveOpen());
        _tcp.Send(new EvSegment(Control.Syn | Control.Ack, 300, 101));
    }
}
