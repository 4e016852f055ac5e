using System.Net;
using Xunit;

namespace FsmKit.Programs.Dhcp;

/// <summary>The DHCP client in virtual time.</summary>
public sealed class DhcpTests : IDisposable
{
    private static readonly IPAddress Address = IPAddress.Parse("192.0.2.7");
    private static readonly IPAddress Server = IPAddress.Parse("192.0.2.1");
    private static readonly Lease Lease = new(Address, Server, TimeSpan.FromSeconds(800));
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly List<string> _told = [];

    public DhcpTests() => _app = new GAplic("app", new GAplicOptions { Time = _time });

    public void Dispose() => _app.Dispose();

    [Fact]
    public void It_gets_an_address_and_renews_it()
    {
        var client = Bind();
        Assert.Equal(["discover", "request 192.0.2.7 192.0.2.1", "configured"], _told);
        _time.Advance(400_000, _app);
        Assert.Equal("Renewing", client.StateName);
        client.Send(new EvAck(Lease));
        Assert.Equal("Bound", client.StateName);
        Assert.Equal(["request 192.0.2.7 192.0.2.1", "configured"], _told[3..]);
        _time.Advance(399_000, _app);
        Assert.Equal("Bound", client.StateName);
    }

    [Fact]
    public void A_server_that_is_gone_costs_the_address_when_the_lease_is_over()
    {
        var client = Bind();
        _time.Advance(400_000, _app);
        _time.Advance(300_000, _app);
        Assert.Equal("Rebinding", client.StateName);
        _time.Advance(100_000, _app);
        Assert.Equal("Init", client.StateName);
        Assert.Equal(["request 192.0.2.7 192.0.2.1", "request 192.0.2.7 ", "halted"], _told[3..]);
    }

    [Fact]
    public void A_request_without_an_answer_is_repeated_and_given_up()
    {
        var client = Create();
        _time.Advance(1_000, _app);
        client.Send(new EvOffer(Address, Server));
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(4_000, _app);
            Assert.Equal("Requesting", client.StateName);
        }

        _time.Advance(4_000, _app);
        Assert.Equal("Init", client.StateName);
        Assert.Equal(5, _told.Count);
    }

    [Fact]
    public void A_restarted_host_asks_for_the_address_that_it_had()
    {
        var client = Create(Address);
        Assert.Equal("Rebooting", client.StateName);
        Assert.Equal(["request 192.0.2.7 "], _told);
        client.Send(new EvNak());
        Assert.Equal("Init", client.StateName);
    }

    [Fact]
    public void An_address_that_somebody_has_is_declined()
    {
        var client = Create();
        client.IsFree = _ => false;
        _time.Advance(1_000, _app);
        client.Send(new EvOffer(Address, Server));
        client.Send(new EvAck(Lease));
        Assert.Equal(("Init", "decline 192.0.2.7"), (client.StateName, _told[^1]));
    }

    private DhcpClient Create(IPAddress? known = null) => _app.Create<DhcpClient>("dhcp", client =>
    {
        client.KnownAddress = known;
        client.Subscribe((GObj _, in EvDiscover _) => _told.Add("discover"));
        client.Subscribe((GObj _, in EvRequest e) => _told.Add($"request {e.Address} {e.Server}"));
        client.Subscribe((GObj _, in EvDecline e) => _told.Add($"decline {e.Address}"));
        client.Subscribe((GObj _, in EvConfigured _) => _told.Add("configured"));
        client.Subscribe((GObj _, in EvHalted _) => _told.Add("halted"));
    });

    private DhcpClient Bind()
    {
        var client = Create();
        _time.Advance(1_000, _app);
        client.Send(new EvOffer(Address, Server));
        client.Send(new EvAck(Lease));
        Assert.Equal("Bound", client.StateName);
        return client;
    }
}
