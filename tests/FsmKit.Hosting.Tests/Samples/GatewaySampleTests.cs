using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FsmKit.Net.Tests;
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

    [Fact]
    public async Task With_a_certificate_devices_talk_over_TLS()
    {
        using var pki = new TestPki();
        var own = pki.Issue("localhost");
        using var shown = X509Certificate2.CreateFromPemFile(own.CertFile!, own.KeyFile);
        using var sample = new Sample("Gateway", "--port", "0", "--cert", own.CertFile!, "--key", own.KeyFile!);
        var address = await sample.Address(TestHost.Cancellation);
        using var device = new Client(address, shown);
        await device.Say("hello cellar");
        await device.Say("t 10");
        Assert.Equal("heat on", await device.Hear());

        using var plain = new Client(address);
        await plain.Say("hello attic");
        await Assert.ThrowsAnyAsync<IOException>(plain.Hear);
        sample.Terminate();
        Assert.Equal(0, await sample.ExitCode(TestHost.Cancellation));
    }

    private sealed class Client : IDisposable
    {
        private readonly TcpClient _client = new();
        private readonly Stream _stream;
        private readonly StreamReader _reader;

        /// <summary>Connects, over TLS if a certificate is expected.</summary>
        public Client(IPEndPoint address, X509Certificate2? expected = null)
        {
            _client.Connect(address);
            _stream = _client.GetStream();
            if (expected is not null)
            {
                var tls = new SslStream(_stream, false, (_, shown, _, _) => shown?.GetCertHashString() == expected.GetCertHashString());
                tls.AuthenticateAsClient("localhost");
                _stream = tls;
            }

            _reader = new StreamReader(_stream);
        }

        public async Task Say(string line) => await _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\n"), TestHost.Cancellation);

        /// <summary>Reads a line. A connection that has been reset throws; an end without a reset is one too.</summary>
        public async Task<string> Hear() => await _reader.ReadLineAsync(TestHost.Cancellation) ?? throw new IOException("The connection has ended.");

        public void Dispose()
        {
            _reader.Dispose();
            _client.Dispose();
        }
    }
}
