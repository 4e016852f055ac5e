using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

public class ProxyHeaderReaderTests
{
    private static readonly byte[] Signature = [0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A];
    private static readonly byte[] Inet = [203, 0, 113, 7, 192, 0, 2, 1, 0xDD, 0xD5, 0x01, 0xBB];

    public static TheoryData<string, string?> Lines => new()
    {
        { "PROXY TCP4 203.0.113.7 192.0.2.1 56789 443\r\n", "203.0.113.7:56789 192.0.2.1:443" },
        { "PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n", "255.255.255.255:65535 255.255.255.255:65535" },
        { "PROXY TCP4 203.0.113.7 192.0.2.1 0 1\r\n", "203.0.113.7:0 192.0.2.1:1" },
        { "PROXY TCP6 2001:db8::1 2001:DB8::2 4124 443\r\n", "[2001:db8::1]:4124 [2001:db8::2]:443" },
        { "PROXY TCP6 ::ffff:203.0.113.7 ::1 4124 443\r\n", "203.0.113.7:4124 [::1]:443" },
        {
            "PROXY TCP6 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535\r\n",
            "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]:65535 [ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]:65535"
        },
        { "PROXY UNKNOWN\r\n", "none" },
        { "PROXY UNKNOWN ffff::1 ffff::2 65535 65535\r\n", "none" },
        { $"PROXY UNKNOWN {new string('x', 91)}\r\n", "none" }, // 107 bytes
        { $"PROXY UNKNOWN {new string('x', 92)}\r\n", null }, // 108
        { new string('P', 200), null },
        { "PROXY UNKNOWNX\r\n", null },
        { "PROXY TCP5 1.1.1.1 1.1.1.1 1 1\r\n", null },
        { "PROXY tcp4 1.1.1.1 1.1.1.1 1 1\r\n", null },
        { "proxy TCP4 1.1.1.1 1.1.1.1 1 1\r\n", null },
        { "PROXY  TCP4 1.1.1.1 1.1.1.1 1 1\r\n", null },
        { "PROXY TCP4  1.1.1.1 1.1.1.1 1 1\r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 1 1 \r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 1\r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 1 1 1\r\n", null },
        { "PROXY TCP4\t1.1.1.1 1.1.1.1 1 1\r\n", null },
        { "PROXY TCP4 1.1.1 1.1.1.1 1 1\r\n", null },
        { "PROXY TCP4 1.1.1.256 1.1.1.1 1 1\r\n", null },
        { "PROXY TCP4 01.1.1.1 1.1.1.1 1 1\r\n", null },
        { "PROXY TCP4 0x1.1.1.1 1.1.1.1 1 1\r\n", null },
        { "PROXY TCP4 ::1 1.1.1.1 1 1\r\n", null },
        { "PROXY TCP6 1.1.1.1 ::1 1 1\r\n", null },
        { "PROXY TCP6 [::1] ::1 1 1\r\n", null },
        { "PROXY TCP6 fe80::1%1 ::1 1 1\r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 65536 1\r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 -1 1\r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 01 1\r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 1 \r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 1 1\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 1 1\r\r\n", null },
        { "PROXY \r\n", null },
        { "PROXY TCP4 1.1.1.1 1.1.1.1 1 é\r\n", null },
        { "GET / HTTP/1.1\r\n", null },
        { "\u0016\u0003\u0001", null },
    };

    [Theory, MemberData(nameof(Lines))]
    public void A_line_of_version_1(string line, string? expected)
    {
        foreach (var portion in new[] { int.MaxValue, 1, 7 })
        {
            Assert.Equal(expected, Read(Encoding.UTF8.GetBytes(line), portion));
        }
    }

    [Theory]
    [InlineData(0x21, 0x11, 12, "203.0.113.7:56789 192.0.2.1:443")]
    [InlineData(0x20, 0x11, 12, "none")] // LOCAL: the addresses are skipped
    [InlineData(0x20, 0x00, 0, "none")]
    [InlineData(0x20, 0x31, 3, "none")]
    [InlineData(0x21, 0x00, 0, "none")] // unspecified
    [InlineData(0x21, 0x00, 9, "none")]
    [InlineData(0x21, 0x12, 12, null)] // datagrams
    [InlineData(0x21, 0x22, 36, null)]
    [InlineData(0x21, 0x32, 216, null)]
    [InlineData(0x20, 0x12, 12, "none")] // of the proxy's own
    [InlineData(0x21, 0x11, 11, null)] // too short for its addresses
    [InlineData(0x21, 0x11, 0, null)]
    [InlineData(0x21, 0x21, 35, null)]
    [InlineData(0x21, 0x31, 215, null)]
    [InlineData(0x21, 0x11, 13, "203.0.113.7:56789 192.0.2.1:443")] // extensions are skipped
    [InlineData(0x21, 0x11, 4096, "203.0.113.7:56789 192.0.2.1:443")]
    [InlineData(0x21, 0x11, 4097, null)]
    [InlineData(0x21, 0x11, 65535, null)]
    [InlineData(0x21, 0x00, 4097, null)]
    [InlineData(0x22, 0x11, 12, null)] // no such command
    [InlineData(0x2F, 0x11, 12, null)]
    [InlineData(0x11, 0x11, 12, null)] // no such version
    [InlineData(0x31, 0x11, 12, null)]
    [InlineData(0x21, 0x13, 12, null)] // no such protocol
    [InlineData(0x21, 0x10, 12, null)]
    [InlineData(0x21, 0x41, 12, null)] // no such family
    [InlineData(0x21, 0x01, 12, null)]
    public void A_header_of_version_2(byte command, byte family, int extent, string? expected)
    {
        var body = new byte[extent];
        Inet.AsSpan(0, Math.Min(extent, Inet.Length)).CopyTo(body);
        byte[] header = [.. Signature, command, family, (byte)(extent >> 8), (byte)extent, .. body];
        foreach (var portion in new[] { int.MaxValue, 1, 7 })
        {
            Assert.Equal(expected, Read(header, portion));
        }
    }

    [Fact]
    public void Version_2_with_IPv6()
    {
        byte[] addresses = [.. IPAddress.Parse("2001:db8::7").GetAddressBytes(), .. IPAddress.Parse("::ffff:192.0.2.1").GetAddressBytes(), 0xDD, 0xD5, 0x01, 0xBB];

        Assert.Equal("[2001:db8::7]:56789 192.0.2.1:443", Read([.. Signature, 0x21, 0x21, 0, 36, .. addresses], 1));
    }

    [Fact]
    public void Version_2_with_Unix_sockets()
    {
        var addresses = new byte[216];
        "/run/client"u8.CopyTo(addresses);
        "\0abstract"u8.CopyTo(addresses.AsSpan(108));
        Assert.Equal("/run/client @abstract", Read([.. Signature, 0x21, 0x31, 0, 216, .. addresses], 50));
        Assert.Equal("none", Read([.. Signature, 0x21, 0x31, 0, 216, .. new byte[216]], 50));
    }

    [Fact]
    public void A_wrong_signature_fails_at_its_first_wrong_byte()
    {
        foreach (var good in new[] { "PROXY "u8.ToArray(), Signature })
        {
            for (var at = 0; at < good.Length; at++)
            {
                var bad = good.ToArray();
                bad[at] ^= 0x20;
                var reader = new ProxyHeaderReader();
                Assert.True(at == 0 || reader.Read(bad.AsSpan(0, at), out _));
                Assert.False(reader.Read(bad.AsSpan(at, 1), out _));
            }
        }
    }

    [Theory]
    [InlineData("PROXY UNKNOWN\r\n")]
    [InlineData("PROXY TCP4 1.1.1.1 1.1.1.1 1 1\r\n")]
    public void Not_a_byte_behind_the_line_is_taken(string line) => AssertTakes(Encoding.ASCII.GetBytes(line));

    [Theory]
    [InlineData(0x20, 0)]
    [InlineData(0x21, 12)]
    [InlineData(0x21, 30)]
    public void Not_a_byte_behind_the_header_is_taken(byte command, byte extent) =>
        AssertTakes([.. Signature, command, (byte)(extent == 0 ? 0 : 0x11), 0, extent, .. new byte[extent]]);

    private static void AssertTakes(byte[] header)
    {
        var reader = new ProxyHeaderReader();

        Assert.True(reader.Read([.. header, .. "PROXY more"u8], out var consumed));
        Assert.Equal(header.Length, consumed);
        Assert.NotNull(reader.Header);
        Assert.True(reader.Read("more"u8, out consumed));
        Assert.Equal(0, consumed);
    }

    /// <summary>Feeds a header in portions, and returns its addresses; "none" without any, "more" if incomplete, null if bad.</summary>
    private static string? Read(byte[] header, int portion)
    {
        var reader = new ProxyHeaderReader();
        for (var at = 0; at < header.Length;)
        {
            var count = Math.Min(portion, header.Length - at);
            if (!reader.Read(header.AsSpan(at, count), out var consumed))
            {
                return null;
            }

            Assert.Equal(count, consumed);
            at += count;
        }

        return reader.Header switch
        {
            null => "more",
            { Source: null } => "none",
            var told => $"{Name(told.Source)} {Name(told.Destination!)}",
        };
    }

    private static string? Name(EndPoint endPoint) => endPoint.ToString();

    [Fact]
    public void Names_of_Unix_sockets_may_be_any_bytes()
    {
        var header = new byte[16 + 216];
        Signature.CopyTo(header, 0);
        (header[12], header[13], header[15]) = (0x21, 0x31, 216);
        header.AsSpan(16).Fill((byte)'x');
        Assert.NotNull(Read(header, int.MaxValue));
        header.AsSpan(16).Fill(0xFF);
        Assert.NotNull(Read(header, 7));
    }

    [Fact]
    public void No_bytes_are_an_exception_and_all_of_them_come_to_an_end()
    {
        var random = new Random(4);
        byte[][] seeds =
        [
            Encoding.ASCII.GetBytes("PROXY TCP4 203.0.113.7 192.0.2.1 56789 443\r\n"), Encoding.ASCII.GetBytes("PROXY TCP6 ::1 ::2 1 2\r\n"),
            [.. Signature, 0x21, 0x11, 0, 12, .. Inet], [.. Signature, 0x21, 0x21, 0, 36, .. new byte[36]], [.. Signature, 0x21, 0x31, 0, 216, .. new byte[216]],
        ];
        for (var i = 0; i < 50_000; i++)
        {
            var bytes = (byte[])seeds[i % seeds.Length].Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                // Behind the signature, mostly, so that something is read at all.
                bytes[random.Next(random.Next(10) == 0 ? 0 : Math.Min(12, bytes.Length - 1), bytes.Length)] = (byte)random.Next(256);
            }

            if (i % 3 == 0 && bytes.Length > 16)
            {
                random.NextBytes(bytes.AsSpan(16));
            }

            var reader = new ProxyHeaderReader();
            for (var rest = bytes.AsSpan(); !rest.IsEmpty;)
            {
                var portion = rest[..random.Next(1, rest.Length + 1)];
                if (!reader.Read(portion, out var consumed) || reader.Header is not null)
                {
                    _ = $"{reader.Header}";
                    break;
                }

                Assert.Equal(portion.Length, consumed);
                rest = rest[consumed..];
            }
        }
    }
}
