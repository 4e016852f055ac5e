using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Each configurable parameter of the ancestor's documentation is reached by its name here.</summary>
public sealed class SeedParameterTests : IDisposable
{
    private readonly MemoryNetwork _network = new();
    private readonly LogLines _log = new();

    [Theory]
    [InlineData("url_scheme"), InlineData("max_request_body_size"), InlineData("host"), InlineData("expose_tracebacks")]
    [InlineData("inactivity_timeout"), InlineData("port"), InlineData("identity"), InlineData("max_request_header_size"), InlineData("origins")]
    [InlineData("inbuf_overflow"), InlineData("subscriber"), InlineData("responseless_timeout"), InlineData("maximum_simultaneous_requests")]
    public void Of_GHttpServer(string name)
    {
        using var app = App();
        Serve(app).ReadParameter(name);
    }

    [Theory]
    [InlineData("subscriber"), InlineData("gsock"), InlineData("inactivity_timeout"), InlineData("url_scheme"), InlineData("responseless_timeout")]
    [InlineData("max_request_header_size"), InlineData("max_request_body_size"), InlineData("maximum_simultaneous_requests"), InlineData("inbuf_overflow")]
    public void Of_GHttpCliSrv(string name)
    {
        using var app = App();
        Open(app, Serve(app)).ReadParameter(name);
    }

    [Fact]
    public void A_setting_for_every_gobj_is_the_servers_and_its_channels_read_it()
    {
        using var app = App(new KeyValuePair<string, string?>("inactivity_timeout", "300"));
        var channel = Open(app, Serve(app));

        Assert.Equal("00:05:00", channel.ReadParameter("inactivity_timeout"));
        Assert.DoesNotContain(_log, static line => line.Contains("is ignored", StringComparison.Ordinal));
        Assert.Contains("GHttpServer", Assert.Throws<ParameterException>(() => channel.WriteParameter("inactivity_timeout", "1")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscriber")]
    [InlineData("GSock.subscriber")]
    [InlineData("GServerSock.subscriber")]
    public void A_subscriber_in_the_settings_does_not_take_a_server_its_own_sockets(string key)
    {
        using var app = App(new KeyValuePair<string, string?>(key, "app.other"));
        app.Create<GTimer>("other");
        var server = Serve(app);
        var channel = Open(app, server);

        Assert.Same(server, channel.Gsock.Parent);
        Assert.Same(server, channel.Parent);
    }

    public void Dispose() => Assert.Equal(0, _network.Connections);

    private static GHttpServer Serve(GAplic app) => app.Create<GHttpServer>("web", static server => server.Port = 80);

    private GHttpCliSrv Open(GAplic app, GHttpServer server)
    {
        using var peer = _network.Connect(server.Sockname!);
        Run(app);
        return server.Children.OfType<GHttpCliSrv>().Single();
    }

    private static void Run(GAplic app)
    {
        for (var i = 0; i < 20; i++)
        {
            app.RunOnce();
        }
    }

    private GAplic App(params KeyValuePair<string, string?>[] settings) =>
        new("app", new GAplicOptions { Reactor = new MemoryReactor(_network), Settings = settings, Logger = _log });
}
