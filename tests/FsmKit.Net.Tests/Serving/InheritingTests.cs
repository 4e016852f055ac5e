using Xunit;

namespace FsmKit.Net.Tests;

public class InheritingTests
{
    [Theory, EveryReactor]
    public void A_gsock_gets_what_the_server_says_then_what_its_text_says_then_the_settings(ReactorKind kind)
    {
        using var net = new Net(kind, [new("GSock.ConnectTimeout", "00:00:03")]);
        var (talker, server) = net.Listen(static server =>
        {
            server.ConfigureGsock = static gsock => (gsock.AllowHalfOpen, gsock.Port, gsock.ConnectTimeout) = (true, 1, TimeSpan.FromSeconds(1));
            server.GsockSettings = "port = 2; connect_timeout = 00:00:02";
        });
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);

        var gsock = talker.Gsocks[0];
        Assert.Equal((true, 2, TimeSpan.FromSeconds(3)), (gsock.AllowHalfOpen, gsock.Port, gsock.ConnectTimeout));
        Assert.True(gsock.AutoDestroy);
    }

    [Theory]
    [InlineData("Prot=2", "has no parameter 'Prot'")]
    [InlineData("Port=many", "'many' is no int")]
    [InlineData("Port=65536", "does not take the value '65536'")]
    [InlineData("Port", "'Port' is no Name=value")]
    public void A_mistake_is_known_before_the_first_connection(string text, string message)
    {
        using var net = new Net(ReactorKind.Portable);

        var x = Assert.Throws<ParameterException>(() => net.Listen(server => server.GsockSettings = text));

        Assert.Contains(message, x.Message, StringComparison.Ordinal);
        Assert.Equal(0, net.App["listener"].ChildCount);
    }

    [Theory, EveryReactor]
    public void A_configuration_that_throws_costs_its_connection_and_no_other(ReactorKind kind)
    {
        using var net = new Net(kind);
        var isBad = true;
        var (talker, server) = net.Listen(server => server.ConfigureGsock = _ => Fail(isBad));
        var lost = net.Peer(server);
        net.Until(() => server.RefusalsFor(RefusalReason.NotCreated) == 1);
        Assert.True(Watcher.IsRefused(lost));

        isBad = false;
        net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        Assert.Equal("server.clisrv_2", talker.Gsocks[0].Name);
        Assert.Equal((1, 2), (server.NGsocks, talker.ChildCount));
    }

    private static void Fail(bool fails)
    {
        if (fails)
        {
            throw new NotSupportedException("not today");
        }
    }
}
