using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Any address that a kernel can give is read, shown, compared and closed.</summary>
public class UnixAddressTests
{
    private const int Tries = 20;

    public static TheoryData<string> Raw => new(
        "", "01", "0100", "0200", "02000050", "0a00", "0a0000500000000000000000000000000000000000000001",
        "0100" + "00ff", "0100" + "00fffe41", "0100" + "2f" + new string('6', 214), "0100" + "2fff00", "0100" + new string('f', 252), "0700112233");

    [Theory, MemberData(nameof(Raw))]
    public void Nothing_that_the_kernel_writes_is_an_exception(string hex)
    {
        var raw = Convert.FromHexString(hex);
        var one = NativeAddress.Parse(raw);
        var other = NativeAddress.Parse(raw);
        Assert.Equal(one, other);
        Assert.Equal(one?.ToString(), other?.ToString());
        Assert.Equal(one?.GetHashCode(), other?.GetHashCode());
        if (one?.AddressFamily == AddressFamily.Unix)
        {
            Assert.Equal(one, one.Create(one.Serialize()));
        }
    }

    [Fact]
    public void Random_addresses_are_read_and_shown()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var raw = new byte[random.Next(0, 129)];
            random.NextBytes(raw);
            if (raw.Length > 1)
            {
                BitConverter.TryWriteBytes(raw, (ushort)random.GetItems([1, 2, 10, 0, 99], 1)[0]);
            }

            _ = $"{NativeAddress.Parse(raw)}";
        }
    }

    [Fact]
    public void Odd_bytes_are_shown_as_what_they_are()
    {
        Assert.Equal("@a\\xff\\x00b\\x5c", $"{UnixAddress.Of([0, (byte)'a', 0xFF, 0, (byte)'b', (byte)'\\'])}");
        Assert.Equal("@name", $"{UnixAddress.Of("\0name"u8)}");
        Assert.IsType<UnixDomainSocketEndPoint>(UnixAddress.Of("/a path"u8));
        Assert.Null(UnixAddress.Of([]));
    }

    [Theory, EveryReactor(InMemory = false)]
    public void Clients_with_any_name_are_served_shown_and_leave_nothing_behind(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Abstract names are Linux's.");
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server =>
        {
            server.Host = $"unix:@fsmkit-{Guid.NewGuid():N}";
            server.Origins = AddressRanges.Parse("10.0.0.0/8");
        });
        var path = Path.Combine(Path.GetTempPath(), $"fsmkit-{Guid.NewGuid():N}");
        path = path.PadRight(UnixAddress.MaxLength, 'x');
        List<byte[]> names = [[], [.. "\0"u8, 0xFF, 0xFE, .. Guid.NewGuid().ToByteArray()], Encoding.ASCII.GetBytes(path)];
        try
        {
            for (var i = 0; i < Tries; i++)
            {
                foreach (var name in names)
                {
                    File.Delete(path);
                    using var peer = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    if (name.Length > 0)
                    {
                        peer.Bind(new UnixNameEndPoint(name));
                    }

                    talker.Gsocks.Clear();
                    peer.Connect(server.Sockname!);
                    net.Until(() => talker.Gsocks.Count == 1);
                    Assert.Equal(name.Length == 0, string.IsNullOrEmpty($"{talker.Gsocks[0].Peername}"));
                    peer.Close();
                    net.Until(() => server.NGsocks == 0);
                }
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory, EveryReactor(InMemory = false)]
    public void A_peer_that_reset_before_it_was_accepted_has_a_name_and_is_one_of_those_allowed(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.Origins = AddressRanges.Parse("127.0.0.1"));
        var peer = net.Peer(server);
        var name = $"{peer.LocalEndPoint}";
        peer.Close(0);
        net.Until(() => talker.Count("disconnected") == 1 || server.Refusals == 1);

        Assert.Equal(0, server.RefusalsFor(RefusalReason.NotAllowed));
        Assert.Equal(name, $"{talker.Gsocks[0].Peername ?? talker.LastPeer}");
    }
}
