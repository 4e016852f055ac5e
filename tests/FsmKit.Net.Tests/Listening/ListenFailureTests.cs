using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The matrix of GLib's tests <c>add-any-inet-port/listen-failures</c> and <c>add-inet-port/listen-failures</c>, row by row.</summary>
public class ListenFailureTests
{
    private const string Ok = "ok";
    private const string InUse = "in use";
    private const string Unsupported = "unsupported";

    /// <summary>Whether IPv6 takes IPv4 too; results of the sockets, binding and listening of v4 and v6; the outcomes.</summary>
    public static TheoryData<bool, string, string, string, string, string, string, string, string> Matrix => new()
    {
        { true, Ok, Ok, Ok, Ok, Ok, Ok, Ok, Ok },
        { true, Unsupported, Ok, Ok, Ok, Ok, Ok, Ok, Ok },
        { true, Ok, Unsupported, Ok, Ok, Ok, Ok, Ok, Ok },
        { true, Unsupported, Unsupported, Ok, Ok, Ok, Ok, Unsupported, Unsupported },
        { true, Ok, Ok, InUse, Ok, Ok, Ok, Ok, Ok },
        { true, Ok, Ok, Ok, InUse, Ok, Ok, InUse, InUse },
        { true, Ok, Ok, InUse, InUse, Ok, Ok, InUse, InUse },
        { true, Ok, Ok, Ok, Ok, InUse, Ok, Ok, Ok },
        { true, Ok, Ok, Ok, Ok, Ok, InUse, InUse, Ok }, // GLib's issue 3604 on the left; on the right it falls back to v4
        { false, Ok, Ok, Ok, Ok, Ok, InUse, Ok, Ok },
        { true, Ok, Ok, Ok, Ok, InUse, InUse, InUse, InUse },

        // Beyond GLib's: without dual sockets.
        { false, Ok, Ok, Ok, Ok, Ok, Ok, Ok, Ok },
        { false, Ok, Ok, Ok, Ok, InUse, Ok, Ok, Ok },
        { false, Ok, Ok, Ok, Ok, InUse, InUse, InUse, InUse },
        { false, Unsupported, Ok, Ok, Ok, Ok, Ok, Ok, Ok },
        { false, Unsupported, Ok, Ok, Ok, Ok, InUse, InUse, InUse },
        { false, Ok, Ok, InUse, Ok, Ok, Ok, InUse, InUse },
        { false, Ok, Unsupported, InUse, Ok, Ok, Ok, InUse, InUse },
    };

    [Theory, MemberData(nameof(Matrix))]
    public void Any_port(bool dual, string v4, string v6, string v4Bind, string v6Bind, string v4Listen, string v6Listen, string anyPort, string inetPort)
    {
        Assert.NotEmpty(inetPort);
        var factory = Factory(dual, v4, v6, v4Bind, v6Bind, v4Listen, v6Listen);
        var port = 0;
        Check(factory, anyPort, listener => port = listener.AddAnyInetPort());
        Assert.Equal(anyPort == Ok, port != 0);
    }

    [Theory, MemberData(nameof(Matrix))]
    public void Inet_port(bool dual, string v4, string v6, string v4Bind, string v6Bind, string v4Listen, string v6Listen, string anyPort, string inetPort)
    {
        Assert.NotEmpty(anyPort);
        var factory = Factory(dual, v4, v6, v4Bind, v6Bind, v4Listen, v6Listen);
        Check(factory, inetPort, static listener => listener.AddInetPort(FreePort()));
    }

    [Fact]
    public void A_port_for_both_families_is_looked_for_37_times_with_the_losers_kept_meanwhile()
    {
        var factory = Factory(dual: false, Ok, Ok, InUse, Ok, Ok, Ok);
        using var listener = new SocketListener { SocketFactory = factory };

        Assert.Throws<SocketException>(() => listener.AddAnyInetPort());

        Assert.Equal(37, factory.PortsOfV6.Count);
        Assert.Equal(37, factory.PortsOfV6.Distinct().Count());
        Assert.Empty(factory.Left);
    }

    [Fact]
    public void Two_families_share_the_port_when_no_socket_speaks_both()
    {
        var factory = Factory(dual: false, Ok, Ok, Ok, Ok, Ok, Ok);
        using var listener = new SocketListener { SocketFactory = factory };
        var changed = 0;
        listener.Changed += (_, _) => changed++;
        var port = listener.AddAnyInetPort();

        Assert.Equal([new IPEndPoint(IPAddress.IPv6Any, port), new IPEndPoint(IPAddress.Any, port)], listener.LocalEndPoints);
        Assert.Equal(1, changed);
    }

    [Fact]
    public void The_error_says_what_happened_and_what_to_do()
    {
        using var listener = new SocketListener { SocketFactory = Factory(dual: true, Ok, Ok, Ok, InUse, Ok, Ok) };
        var x = Assert.Throws<SocketException>(() => listener.AddInetPort(7777));

        Assert.StartsWith("SocketListener cannot listen on port 7777: ", x.Message, StringComparison.Ordinal);
        Assert.Contains("AddAnyInetPort", x.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(65536)]
    public void A_port_that_is_none_is_refused(int port)
    {
        using var listener = new SocketListener();
        Assert.Throws<ArgumentOutOfRangeException>(() => listener.AddInetPort(port));
    }

    private static void Check(FaultySockets factory, string outcome, Action<SocketListener> add)
    {
        using var listener = new SocketListener { SocketFactory = factory };
        if (outcome == Ok)
        {
            add(listener);

            // Failed sockets are closed: those that are left listen.
            Assert.NotEmpty(listener.LocalEndPoints);
            Assert.Equal(listener.LocalEndPoints.Count, factory.Left.Count());
            Assert.All(factory.Left, static socket => Assert.Equal(1, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection)));
            return;
        }

        var x = Assert.Throws<SocketException>(() => add(listener));
        Assert.Equal(Error(outcome), x.SocketErrorCode);
        Assert.Empty(listener.LocalEndPoints);
        Assert.Empty(factory.Left);
    }

    private static FaultySockets Factory(bool dual, string v4, string v6, string v4Bind, string v6Bind, string v4Listen, string v6Listen)
    {
        var factory = new FaultySockets { IsDual = dual };
        Set(AddressFamily.InterNetwork, "open", v4);
        Set(AddressFamily.InterNetworkV6, "open", v6);
        Set(AddressFamily.InterNetwork, "bind", v4Bind);
        Set(AddressFamily.InterNetworkV6, "bind", v6Bind);
        Set(AddressFamily.InterNetwork, "listen", v4Listen);
        Set(AddressFamily.InterNetworkV6, "listen", v6Listen);
        return factory;

        void Set(AddressFamily family, string step, string outcome)
        {
            if (outcome != Ok)
            {
                factory.Faults[(family, step)] = Error(outcome);
            }
        }
    }

    private static SocketError Error(string outcome) =>
        outcome == InUse ? SocketError.AddressAlreadyInUse : SocketError.AddressFamilyNotSupported;

    private static int FreePort()
    {
        using var listener = new SocketListener();
        return listener.AddAnyInetPort();
    }
}
