using System.Net.Sockets;
using Xunit;

namespace FsmKit.Hosting.Tests;

/// <summary>The sample Gateway: a machine for each device, over many connections.</summary>
[Trait("Category", "Slow")]
public class GatewaySampleTests
{
    [Fact]
    public async Task A_device_is_switched_and_a_second_connection_replaces_the_first_one()
    {
        using var sample = new Sample("Gateway", "--port", "0");
        var address = await sample.Address(TestHost.Cancellation);
        using var first = new Client(address);
        await first.Say("hello kitchen");
        await first.Say("t 18.5");
        Assert.Equal("heat on", await first.Hear());
        using var second = new Client(address);
        await second.Say("hello kitchen");
        await Assert.ThrowsAnyAsync<IOException>(first.Hear);
        await second.Say("t 20");
        await second.Say("t 22");
        Assert.Equal("heat off", await second.Hear());

        using var stranger = new Client(address);
        await stranger.Say("GET / HTTP/1.1");
        await Assert.ThrowsAnyAsync<IOException>(stranger.Hear);
        sample.Terminate();
        Assert.Equal(0, await sample.ExitCode(TestHost.Cancellation));
    }

    private sealed class Client : IDisposable
    {
        private readonly TcpClient _client = new();
        private readonly StreamReader _reader;

        public Client(System.Net.EndPoint address)
        {
            _client.Connect((System.Net.IPEndPoint)address);
            _reader = new StreamReader(_client.GetStream());
        }

        public async Task Say(string line) => await _client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(line + "\n"), TestHost.Cancellation);

        /// <summary>Reads a line. A connection that has been reset throws; an end without a reset is one too.</summary>
        public async Task<string> Hear() => await _reader.ReadLineAsync(TestHost.Cancellation) ?? throw new IOException("The connection has ended.");

        public void Dispose()
        {
            _reader.Dispose();
            _client.Dispose();
        }
    }
}
