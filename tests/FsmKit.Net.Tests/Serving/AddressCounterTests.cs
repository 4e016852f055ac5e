using System.Net;
using Xunit;

namespace FsmKit.Net.Tests;

public class AddressCounterTests
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("::1", "0.0.0.1", false)]
    public void IPv4_counts_by_address_and_IPv6_by_network(string one, string other, bool isSame) =>
        Assert.Equal(isSame, AddressKey.Of(IPAddress.Parse(one)) == AddressKey.Of(IPAddress.Parse(other)));

    [Fact]
    public void A_peer_without_connections_is_forgotten()
    {
        var counter = new AddressCounter();
        var (a, b) = (new AddressKey(0, 1), new AddressKey(0, 2));
        counter.Add(a);
        counter.Add(a);
        counter.Add(b);
        Assert.Equal((2, 1, 2), (counter[a], counter[b], counter.Peers));

        counter.Remove(a);
        counter.Remove(a);

        Assert.Equal((0, 1, 1), (counter[a], counter[b], counter.Peers));
    }
}
