using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Net;
using FsmKit.Net.Tests;

namespace FsmKit.Http.Tests;

/// <summary>A loop with one server on a real socket, in a thread of its own, and HttpClient or any program as its client.</summary>
internal sealed class Loopback : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TestPki? _pki;
    private readonly Thread _thread;
    private readonly GAplic _app;

    public Loopback(ReactorKind kind, HttpHandler? handler = null, bool isSecure = false, Action<GHttpServer>? configure = null)
    {
        _pki = isSecure ? new TestPki() : null;
        var certificate = _pki?.Issue("localhost");
        var tls = certificate is null ? null : new TlsOptions { CertFile = certificate.CertFile, KeyFile = certificate.KeyFile };
        _app = new GAplic("app", new GAplicOptions
        {
            Reactor = OperatingSystem.IsLinux() && kind == ReactorKind.Epoll ? new EpollReactor() : new SocketReactor(),
        });
        Audience = _app.Create<Audience>("audience");
        Server = Audience.Create<GHttpServer>("server", server =>
        {
            (server.Host, server.Handler, server.SslOptions) = ("127.0.0.1", handler, tls);
            configure?.Invoke(server);
        });
        Address = new Uri($"{(isSecure ? "https" : "http")}://localhost:{Server.Port}/");
        Client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, Server.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = { CertificateChainPolicy = Trust() },
        })
        { BaseAddress = Address };
        _thread = new Thread(() => _app.Run(_stop.Token));
        _thread.Start();
    }

    public Audience Audience { get; }

    public GHttpServer Server { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Runs curl, which knows the server's certificate.</summary>
    public (int ExitCode, string Output) Curl(params string[] arguments)
    {
        string[] trust = _pki is null ? [] : ["--cacert", _pki.CaFile];
        using var curl = Process.Start(new ProcessStartInfo(
            "curl", ["-s", "--max-time", "60", "--resolve", $"localhost:{Server.Port}:127.0.0.1", .. trust, .. arguments])
        { RedirectStandardOutput = true })!;
        var output = curl.StandardOutput.ReadToEnd();
        curl.WaitForExit();
        return (curl.ExitCode, output);
    }

    private X509ChainPolicy? Trust()
    {
        if (_pki is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(_pki.CaFile);
        return policy;
    }

    public void Dispose()
    {
        Client.Dispose();
        _stop.Cancel();
        _thread.Join();
        _app.Dispose();
        _stop.Dispose();
        _pki?.Dispose();
    }
}
