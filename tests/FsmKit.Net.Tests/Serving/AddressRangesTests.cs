using System.Net;
using Xunit;

namespace FsmKit.Net.Tests;

public class AddressRangesTests
{
    [Theory]
    [InlineData("10.0.0.7", "10.0.0.7:1", true)]
    [InlineData("10.0.0.7", "10.0.0.8:1", false)]
    [InlineData("10.0.0.0/8", "10.255.0.1:1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1:1", false)]
    [InlineData("10.1.2.3/8", "10.9.9.9:1", true)] // bits behind the prefix do not matter
    [InlineData("0.0.0.0/0", "203.0.113.5:1", true)]
    [InlineData("0.0.0.0/0", "[::1]:1", false)]
    [InlineData("::/0", "[2001:db8::1]:1", true)]
    [InlineData("::/0", "203.0.113.5:1", false)]
    [InlineData("10.0.0.0/8", "[::ffff:10.0.0.7]:1", true)] // a peer of a dual-stack socket
    [InlineData("::ffff:10.0.0.7", "10.0.0.7:1", true)]
    [InlineData("fd00::/8", "[fd12::1]:1", true)]
    [InlineData("fd00::/8", "[fe80::1]:1", false)]
    [InlineData("::1", "[::1]:1", true)]
    [InlineData("10.0.0.7:443", "10.0.0.7:443", true)]
    [InlineData("10.0.0.7:443", "10.0.0.7:444", false)]
    [InlineData("10.0.0.0/8:443", "10.1.1.1:443", true)]
    [InlineData("[fd00::1]:443", "[fd00::1]:443", true)]
    [InlineData("[fd00::1]:443", "[fd00::1]:80", false)]
    [InlineData("[fd00::/8]:443", "[fd00::2]:443", true)]
    [InlineData("[::1]", "[::1]:9", true)]
    [InlineData("192.0.2.1, 10.0.0.0/8\t::1", "[::1]:9", true)]
    [InlineData("", "10.0.0.7:1", false)]
    public void A_list_contains_what_it_says(string list, string endPoint, bool isIn) =>
        Assert.Equal(isIn, AddressRanges.Parse(list).Contains(IPEndPoint.Parse(endPoint)));

    [Theory]
    [InlineData("localhost")]
    [InlineData("10.0.0.0/33")]
    [InlineData("::/129")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("/8")]
    [InlineData("10.0.0.1:")]
    [InlineData("10.0.0.1:65536")]
    [InlineData("10.0.0.1:+1")]
    [InlineData("[::1")]
    [InlineData("[::1]80")]
    [InlineData("[]")]
    [InlineData("10.0.0.1; 10.0.0.2")]
    public void What_is_no_address_is_said_to_be_none(string item)
    {
        var x = Assert.Throws<FormatException>(() => AddressRanges.Parse($"::1, {item}"));

        Assert.Contains("is not an address. Use 10.0.0.7, 10.0.0.0/8", x.Message, StringComparison.Ordinal);
        Assert.False(AddressRanges.TryParse(item, null, out _));
    }

    [Fact]
    public void A_list_as_text_is_the_same_list_again()
    {
        var list = AddressRanges.Parse("10.1.2.3/8 ,192.0.2.7:4000,::1 [fd00::1/8]:443 10.0.0.0/8:1");

        Assert.Equal("10.0.0.0/8, 192.0.2.7:4000, ::1, [fd00::/8]:443, 10.0.0.0/8:1", list.ToString());
        Assert.Equal(list.ToString(), AddressRanges.Parse(list.ToString()).ToString());
        Assert.True(AddressRanges.Parse(" , ").IsEmpty);
    }
}
