using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>TLS of listeners and services for plain .NET code.</summary>
public sealed class ListenerTlsTests : IDisposable
{
    private const string Host = "www.example.org";
    private readonly TestPki _pki = new();
    private readonly ServiceRig _rig = new();
    private readonly TlsCertificate _certificate;

    public ListenerTlsTests() => _certificate = _pki.Issue(Host);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TlsOptions Options => new() { CertFile = _certificate.CertFile, KeyFile = _certificate.KeyFile };

    public void Dispose()
    {
        _rig.Dispose();
        _pki.Dispose();
    }

    [Fact]
    public async Task A_connection_comes_after_its_handshake_and_waits_for_that_of_no_other()
    {
        using var listener = new SocketListener { SslOptions = Options, Logger = _rig.Logger };
        var port = listener.AddAnyInetPort();
        _rig.Connect(port);
        var wrong = _rig.Connect(port);
        wrong.Send("GET / HTTP/1.1\r\n\r\n"u8);
        var accepting = listener.AcceptAsync(Cancellation);
        await using var client = await ConnectAsync(port);
        var (connection, _) = await accepting;

        Assert.True(connection.IsSecure);
        Assert.Equal(Host, Assert.IsType<SslStream>(connection.GetStream()).TargetHostName);
        await client.WriteAsync("hello"u8.ToArray(), Cancellation);
        var buffer = new byte[5];
        await connection.GetStream().ReadExactlyAsync(buffer, Cancellation);
        Assert.Equal("hello"u8, buffer);

        // The end is one that the peer can trust.
        await connection.DisposeAsync();
        Assert.Equal(0, await client.ReadAsync(buffer, Cancellation));
        Assert.True(SpinWait.SpinUntil(() => _rig.Log.Length == 1, TimeSpan.FromSeconds(60)));
        Assert.Contains($"ends the TLS handshake with {wrong.LocalEndPoint}: ", _rig.Log[0], StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => listener.AcceptSocket(Cancellation));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Services_speak_it(bool threaded)
    {
        using var service = threaded ? new ThreadedSocketService(_rig.Loop) { SslOptions = Options } : new SocketService(_rig.Loop) { SslOptions = Options };
        service.Handler = static async (connection, cancellation) =>
        {
            var buffer = new byte[5];
            await connection.GetStream().ReadExactlyAsync(buffer, cancellation);
            await connection.GetStream().WriteAsync(buffer, cancellation);
        };
        var port = service.AddAnyInetPort();
        _rig.Connect(port);
        var talking = Task.Run(
            async () =>
            {
                await using var client = await ConnectAsync(port);
                await client.WriteAsync("hello"u8.ToArray(), Cancellation);
                var answer = new byte[6];
                return await client.ReadAtLeastAsync(answer, 6, throwOnEndOfStream: false, Cancellation);
            },
            Cancellation);
        _rig.Until(() => talking.IsCompleted);

        Assert.Equal(5, await talking);
        Assert.Empty(_rig.Log);
    }

    [Fact]
    public async Task A_silent_peer_is_closed_after_its_time_and_with_the_listener()
    {
        var options = new TlsOptions { CertFile = _certificate.CertFile, KeyFile = _certificate.KeyFile, HandshakeTimeout = TimeSpan.FromMilliseconds(1) };
        using var impatient = new SocketListener { SslOptions = options, Logger = _rig.Logger };
        var silent = _rig.Connect(impatient.AddAnyInetPort());
        _ = impatient.AcceptAsync(Cancellation).AsTask();
        Assert.Equal(0, silent.Receive(new byte[1]));
        Assert.True(SpinWait.SpinUntil(() => _rig.Log.Length == 1, TimeSpan.FromSeconds(60)));
        Assert.Contains("it took longer than HandshakeTimeout", _rig.Log[0], StringComparison.Ordinal);

        var patient = new SocketListener { SslOptions = Options, Logger = _rig.Logger };
        var port = patient.AddAnyInetPort();
        silent = _rig.Connect(port);
        var accepting = patient.AcceptAsync(Cancellation).AsTask();
        Assert.True(SpinWait.SpinUntil(() => Clients.Waiting(port) == 0, TimeSpan.FromSeconds(60)));
        patient.Close();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => accepting);
        Assert.True(Watcher.IsRefused(silent));
        Assert.Single(_rig.Log);
    }

    [Fact]
    public void Options_that_cannot_be_used_are_an_error_of_the_adding()
    {
        using var listener = new SocketListener { SslOptions = new TlsOptions { CertFile = "/nowhere.pem" } };
        Assert.Contains("/nowhere.pem", Assert.Throws<GObjException>(() => listener.AddAnyInetPort()).Message, StringComparison.Ordinal);
        Assert.Empty(listener.LocalEndPoints);
    }

    [Fact]
    public async Task With_TLS_12_there_is_no_CBC()
    {
        using var listener = new SocketListener { SslOptions = Options, Logger = _rig.Logger };
        var port = listener.AddAnyInetPort();
        var accepting = listener.AcceptAsync(Cancellation);
        using (OpenSsl.Client(new IPEndPoint(IPAddress.Loopback, port), "-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA256"))
        {
            Assert.True(SpinWait.SpinUntil(() => _rig.Log.Length == 1, TimeSpan.FromSeconds(60)));
        }

        using var good = OpenSsl.Client(new IPEndPoint(IPAddress.Loopback, port), "-tls1_2");
        var (connection, _) = await accepting;
        Assert.Equal(SslProtocols.Tls12, ((SslStream)connection.GetStream()).SslProtocol);
    }

    private async Task<SslStream> ConnectAsync(int port)
    {
        var stream = new SslStream(new NetworkStream(_rig.Connect(port), ownsSocket: true), false, static (_, shown, _, _) => shown is not null);
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = Host }, Cancellation);
        return stream;
    }
}
