using System.Net;
using System.Net.Sockets;
using System.Text;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Talks to the cache of the samples, in the Redis protocol.</summary>
[Trait("Category", "Slow")]
public class CacheSampleTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_of_one_packet_are_answered_in_their_order()
    {
        using var cache = new Sample("Cache", "--port", "0");
        using var client = Connect(await cache.Address(Stopped));

        Says(client, "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$4\r\n1\r\n2\r\n*2\r\n$3\r\nGET\r\n$1\r\na\r\n*2\r\n$3\r\nGET\r\n$1\r\nb\r\nPING\r\n");
        Hears(client, "+OK\r\n$4\r\n1\r\n2\r\n$-1\r\n+PONG\r\n");
        Says(client, "INCR n\r\nINCR n\r\nINCR a\r\nDEL n a x\r\nDBSIZE\r\nGET\r\nSHOUT\r\n");
        Hears(client, ":1\r\n:2\r\n-ERR value is not an integer or out of range\r\n:2\r\n:0\r\n-ERR wrong number of arguments for 'GET'\r\n-ERR unknown command 'SHOUT'\r\n");

        cache.Terminate();
        Assert.Equal(0, await cache.ExitCode(Stopped));
    }

    [Fact]
    public async Task A_command_may_come_byte_by_byte_and_QUIT_ends_the_connection()
    {
        using var cache = new Sample("Cache");
        using var client = Connect(await cache.Address(Stopped));
        client.NoDelay = true;
        foreach (var one in "*2\r\n$4\r\nECHO\r\n$5\r\nhello\r\n")
        {
            Says(client, $"{one}");
        }

        Hears(client, "$5\r\nhello\r\n");
        Says(client, "QUIT\r\nPING\r\n");
        Hears(client, "+OK\r\n");
        Assert.Equal(0, client.Receive(new byte[1]));
    }

    [Theory]
    [InlineData("*65\r\n", "invalid multibulk length")]
    [InlineData("*1\r\n$65537\r\n", "invalid bulk length")]
    [InlineData("*1\r\nPING\r\n", "invalid bulk length")]
    public async Task Bytes_that_are_no_command_get_one_error_and_the_end(string bytes, string reason)
    {
        using var cache = new Sample("Cache");
        using var client = Connect(await cache.Address(Stopped));

        Says(client, bytes);
        Hears(client, $"-ERR Protocol error: {reason}\r\n");
        Assert.Equal(0, client.Receive(new byte[1]));
    }

    [Fact]
    public async Task A_session_is_locked_until_the_password_is_given()
    {
        using var cache = new Sample("Cache", "--password", "sesame");
        using var client = Connect(await cache.Address(Stopped));

        Says(client, "GET a\r\nAUTH barley\r\nAUTH sesame\r\nGET a\r\n");
        Hears(client, "-NOAUTH Authentication required.\r\n-WRONGPASS invalid username-password pair or user is disabled.\r\n+OK\r\n$-1\r\n");
    }

    [Fact]
    public async Task Wrong_arguments_are_explained()
    {
        using var cache = new Sample("Cache", "--port", "many");
        Assert.Contains("usage: Cache", await cache.Errors, StringComparison.Ordinal);
        Assert.Equal(2, await cache.ExitCode(Stopped));
    }

    private static Socket Connect(IPEndPoint address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 };
        socket.Connect(address);
        return socket;
    }

    private static void Says(Socket client, string text) => client.Send(Encoding.UTF8.GetBytes(text));

    private static void Hears(Socket client, string text)
    {
        var heard = new byte[text.Length];
        for (var count = 0; count < heard.Length;)
        {
            var more = client.Receive(heard.AsSpan(count));
            Assert.True(more > 0, $"The connection ended after: {Encoding.UTF8.GetString(heard, 0, count)}");
            count += more;
        }

        Assert.Equal(text, Encoding.UTF8.GetString(heard));
    }
}
