using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>
/// Each configurable parameter of the ancestor's documentation is reached by its name here. Those that begin with an underscore are set by the
/// loop itself there, and are no one's to configure.
/// </summary>
public sealed class SeedParameterTests : IDisposable
{
    private readonly MemoryNet _net = new();

    [Theory]
    [InlineData("close_when_flushed"), InlineData("connected_event_name"), InlineData("rx_data_event_name"), InlineData("ip")]
    [InlineData("outbuf_overflow"), InlineData("host"), InlineData("ports"), InlineData("subscriber"), InlineData("trace_dump")]
    [InlineData("tx_buffer_size"), InlineData("disconnected_event_name"), InlineData("send_bytes"), InlineData("use_multi_ports")]
    [InlineData("n_gsocks"), InlineData("transmit_ready_event_name"), InlineData("port"), InlineData("ssl_options"), InlineData("addr")]
    public void Of_GSock(string name) => Has(_net.Client(80).Gsock, name);

    [Theory]
    [InlineData("ports"), InlineData("subscriber"), InlineData("host"), InlineData("use_multi_ports"), InlineData("n_gsocks"), InlineData("port")]
    [InlineData("ssl_options")]
    public void Of_GServerSock(string name) => Has(_net.Listen().Server, name);

    [Theory]
    [InlineData("subscriber"), InlineData("disabled"), InlineData("destinations"), InlineData("timeout_waiting_connected")]
    [InlineData("timeout_between_connections"), InlineData("timeout_inactivity"), InlineData("host"), InlineData("port")]
    [InlineData("connected_event_name"), InlineData("disconnected_event_name"), InlineData("transmit_ready_event_name"), InlineData("rx_data_event_name")]
    public void Of_GConnex(string name) =>
        Has(_net.App.Create<GConnex>("connex", static connex => (connex.Disabled, connex.Destinations) = (true, [new HostPort("a.example", 80)])), name);

    public void Dispose() => _net.Dispose();

    private static void Has(GObj gobj, string name) => gobj.ReadParameter(name);
}
