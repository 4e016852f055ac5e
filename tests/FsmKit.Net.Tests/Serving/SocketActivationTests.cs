using Xunit;

namespace FsmKit.Net.Tests;

public class SocketActivationTests
{
    [Theory]
    [InlineData("7", "2", "web:admin", "web=3 admin=4")]
    [InlineData("7", "2", null, "unknown=3 unknown=4")]
    [InlineData("7", "3", "web::x", "web=3 unknown=4 x=5")]
    [InlineData("7", "1", "web:more:names", "web=3")]
    [InlineData("7", "0", "", "")]
    [InlineData("8", "2", "web:admin", "")] // for another process
    [InlineData(null, "2", "web:admin", "")]
    [InlineData("7", null, null, "")]
    [InlineData("7", "-1", null, "")]
    [InlineData("7", "two", null, "")]
    [InlineData(" 7", "2", null, "")]
    [InlineData("7", "99999999999", null, "")]
    public void The_variables_say_which_descriptors_there_are(string? pid, string? count, string? names, string expected)
    {
        var sockets = SocketActivation.Parse(name => name switch { "LISTEN_PID" => pid, "LISTEN_FDS" => count, _ => names }, process: 7);

        Assert.Equal(expected, string.Join(' ', sockets.Select(static socket => $"{socket.Name}={socket.Descriptor}")));
    }

    [Theory]
    [InlineData("fd:5", "5")]
    [InlineData("systemd:", "3 4 5")]
    [InlineData("systemd:web", "3 5")]
    [InlineData("systemd:none", "")]
    [InlineData("example.org", null)]
    public void A_host_names_its_descriptors(string host, string? expected)
    {
        var descriptors = ListenHost.Descriptors(host, [("web", 3), ("admin", 4), ("web", 5)]);

        Assert.Equal(expected, descriptors is null ? null : string.Join(' ', descriptors));
    }
}
