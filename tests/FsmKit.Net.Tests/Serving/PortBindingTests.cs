using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Every outcome of taking a port at several addresses, without a socket.</summary>
public class PortBindingTests
{
    private static readonly IPAddress Four = IPAddress.Any;
    private static readonly IPAddress Six = IPAddress.IPv6Any;
    private readonly List<IPEndPoint> _open = [];
    private readonly List<IPEndPoint> _tried = [];
    private Func<IPEndPoint, SocketError> _answer = static _ => SocketError.Success;
    private int _nextPort = 1000;

    [Fact]
    public void One_socket_for_both_families_is_enough()
    {
        Assert.Equal([new(Six, 80)], Binding().Open([Six], [Four], 80));
        Assert.Single(_tried);
    }

    [Theory]
    [InlineData(SocketError.AddressFamilyNotSupported)]
    [InlineData(SocketError.AddressNotAvailable)]
    public void Without_IPv6_it_is_IPv4(SocketError error)
    {
        _answer = local => local.Address.Equals(Six) ? error : SocketError.Success;

        Assert.Equal([new(Four, 80)], Binding().Open([Six], [Four], 80));
    }

    [Theory]
    [InlineData(SocketError.AddressAlreadyInUse)]
    [InlineData(SocketError.AccessDenied)]
    public void A_port_that_cannot_be_had_is_not_looked_for_at_the_other_family(SocketError error)
    {
        _answer = local => local.Address.Equals(Six) ? error : SocketError.Success;

        var x = Assert.Throws<SocketException>(() => Binding().Open([Six], [Four], 80));
        Assert.Equal(error, x.SocketErrorCode);
        Assert.Empty(_open);
    }

    [Fact]
    public void With_neither_family_it_is_an_error()
    {
        _answer = static _ => SocketError.AddressFamilyNotSupported;

        Assert.Equal(
            SocketError.AddressFamilyNotSupported, Assert.Throws<SocketException>(() => Binding().Open([Six], [Four], 80)).SocketErrorCode);
    }

    [Fact]
    public void A_free_port_is_the_same_one_at_every_address_of_a_name()
    {
        Assert.Equal([new(Six, 1000), new(Four, 1000)], Binding().Open([Six, Four], 0));
    }

    [Fact]
    public void A_free_port_that_is_taken_at_another_address_is_given_back_and_another_is_tried()
    {
        _answer = static local => local.Address.Equals(Four) && local.Port < 1003 ? SocketError.AddressAlreadyInUse : SocketError.Success;

        Assert.Equal([new(Six, 1003), new(Four, 1003)], Binding().Open([Six, Four], 0));
        Assert.Equal(2, _open.Count);
    }

    [Fact]
    public void It_does_not_try_for_ever()
    {
        _answer = static local => local.Address.Equals(Four) ? SocketError.AddressAlreadyInUse : SocketError.Success;

        Assert.Throws<SocketException>(() => Binding().Open([Six, Four], 0));
        Assert.Equal(37 * 2, _tried.Count);
        Assert.Empty(_open);
    }

    [Fact]
    public void An_address_of_a_name_that_is_not_here_is_left_out()
    {
        _answer = static local => local.Address.Equals(Six) ? SocketError.AddressNotAvailable : SocketError.Success;

        Assert.Equal([new(Four, 80)], Binding().Open([Six, Four], 80));
    }

    [Fact]
    public void A_given_port_that_is_taken_at_one_address_is_taken_at_none()
    {
        _answer = static local => local.Address.Equals(Four) ? SocketError.AddressAlreadyInUse : SocketError.Success;

        Assert.Throws<SocketException>(() => Binding().Open([Six, Four], 80));
        Assert.Empty(_open);
        Assert.Equal(2, _tried.Count);
    }

    private PortBinding<IPEndPoint> Binding() => new(Open, static local => local.Port, local => _open.Remove(local));

    private IPEndPoint Open(IPEndPoint local)
    {
        _tried.Add(local);
        var effective = new IPEndPoint(local.Address, local.Port == 0 ? _nextPort++ : local.Port);
        var error = _answer(effective);
        if (error != SocketError.Success)
        {
            throw new SocketException((int)error);
        }

        _open.Add(effective);
        return effective;
    }
}
