using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Starts the samples as a reader of the guides would.</summary>
[Trait("Category", "Slow")]
public class SampleTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Door_prints_its_table_and_its_trace()
    {
        using var door = new Sample("Door");
        var output = await door.Output.ReadToEndAsync(Stopped);

        Assert.Equal(0, await door.ExitCode(Stopped));
        Assert.Contains("Locked  EvOpen        KeyFits  AcOpen    Opened", output, StringComparison.Ordinal);
        Assert.Contains("-> mach: (Door:front), st: Locked, ev: (EvOpen,EvOpen { Key = 7 }), ac: AcOpen()", output, StringComparison.Ordinal);
        Assert.Contains("ev: EvOpen (NOT ACCEPTED", output, StringComparison.Ordinal);
        Assert.Contains("Door:front was opened", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Echo_serves_many_clients_and_ends_when_asked(int loops)
    {
        using var echo = new Sample("Echo", "--port", "0", "--loops", $"{loops}");
        var address = await echo.Address(Stopped);
        Assert.Equal(IPAddress.Loopback, address.Address);
        for (var i = 0; i < 20; i++)
        {
            using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await client.ConnectAsync(address, Stopped);
            client.Send("hello"u8);
            client.Shutdown(SocketShutdown.Send);
            Assert.Equal("hello", ConnectingTests.Read(client, 100));
        }

        await SendBeforeReading(address);
        echo.Terminate();
        Assert.Equal(0, await echo.ExitCode(Stopped));
    }

    [Fact]
    public async Task Echo_says_what_is_wrong_with_its_port()
    {
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        using var echo = new Sample("Echo", "--port", $"{((IPEndPoint)taken.LocalEndPoint!).Port}");
        var error = await echo.Errors;

        Assert.Equal(1, await echo.ExitCode(Stopped));
        Assert.Contains("GServerSock:server cannot listen on 127.0.0.1:", error, StringComparison.Ordinal);
        Assert.Contains("Choose another port", error, StringComparison.Ordinal);

        using var wrong = new Sample("Echo", "--port", "many");
        Assert.Contains("usage: Echo", await wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Echo_speaks_TLS_with_a_certificate()
    {
        using var pki = new TestPki();
        var certificate = pki.Issue("localhost");
        using var echo = new Sample("Echo", "--cert", certificate.CertFile!, "--key", certificate.KeyFile!);
        using var client = OpenSsl.Client(
            await echo.Address(Stopped), "-tls1_3", "-CAfile", pki.CaFile, "-verify_return_error", "-verify_hostname", "localhost", "-quiet");
        client.Write("hello\n");
        Assert.True(SpinWait.SpinUntil(() => client.Output.Contains("hello", StringComparison.Ordinal), TimeSpan.FromSeconds(20)), client.Output);
    }

    [Fact]
    public async Task Echo_says_what_is_wrong_with_its_certificate()
    {
        using var echo = new Sample("Echo", "--cert", "/nowhere/cert.pem");
        Assert.Contains("/nowhere/cert.pem", await echo.Errors, StringComparison.Ordinal);
        Assert.Equal(1, await echo.ExitCode(Stopped));

        using var wrong = new Sample("Echo", "--key", "/nowhere/key.pem");
        Assert.Contains("usage: Echo", await wrong.Errors, StringComparison.Ordinal);
    }

    /// <summary>Sends more than any buffer holds: the sample pauses receiving, and nothing is lost.</summary>
    private static async Task SendBeforeReading(IPEndPoint address)
    {
        var data = new byte[30_000_000];
        new Random(5).NextBytes(data);
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 60_000 };
        await client.ConnectAsync(address, Stopped);
        client.Blocking = false;
        var sent = 0;
        while (sent < data.Length && client.Poll(200_000, SelectMode.SelectWrite))
        {
            sent += client.Send(data.AsSpan(sent), SocketFlags.None, out _);
        }

        // All buffers between are full: only now is anything read.
        Assert.InRange(sent, 1, data.Length - 1);
        var received = new MemoryStream();
        while (received.Length < data.Length)
        {
            if (sent < data.Length && client.Poll(0, SelectMode.SelectWrite))
            {
                sent += client.Send(data.AsSpan(sent), SocketFlags.None, out _);
            }

            Assert.False(Net.ReadToEnd(client, received), "The connection was dropped.");
        }

        Assert.True(data.AsSpan().SequenceEqual(received.ToArray()));
    }
}
