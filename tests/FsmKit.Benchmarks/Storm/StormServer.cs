using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Http;
using FsmKit.Net;
using Microsoft.Extensions.Logging;

namespace FsmKit.Benchmarks;

/// <summary>Four servers on one loop: handlers on the loop and in the pool, plain and with TLS.</summary>
internal sealed class StormServer : ILogger, IDisposable
{
    private readonly LoopThread _loop;
    private readonly List<string> _faults = [];

    public StormServer()
    {
        // No warning of stalls: the loop may have to wait long for a processor.
        var app = new GAplic("storm", new GAplicOptions { Logger = this, StallThreshold = TimeSpan.Zero });
        foreach (var tls in new[] { null, SelfSigned() })
        {
            foreach (var thread in Enum.GetValues<HandlerThread>())
            {
                var server = app.Create<GHttpServer>(null, server =>
                {
                    (server.Host, server.SslOptions) = ("127.0.0.1", tls);
                    (server.AsyncHandler, server.HandlersRunOn, server.StreamBodies) = (StormHandler.Answer, thread, true);

                    // No limits of speed: the machine itself is slow.
                    (server.MinBodyRate, server.MinResponseRate) = (0, 0);
                    (server.HeadTimeout, server.KeepAliveTimeout, server.InactivityTimeout) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
                });
                Ports.Add((((IPEndPoint)server.Sockname!).Port, tls is not null));
            }
        }

        _loop = new LoopThread(app);
    }

    /// <summary>The ports, and whether TLS is spoken there.</summary>
    public List<(int Port, bool IsSecure)> Ports { get; } = [];

    /// <summary>Log lines of warnings and worse.</summary>
    public List<string> Faults
    {
        get
        {
            lock (_faults)
            {
                return [.. _faults];
            }
        }
    }

    public void Dispose() => _loop.Dispose();

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
        {
            lock (_faults)
            {
                _faults.Add($"{logLevel}: {formatter(state, exception)} {exception}");
            }
        }
    }

    private static TlsOptions SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;
        return new TlsOptions
        {
            Certificates =
            [
                new TlsCertificate
                {
                    Certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(2)),
                },
            ],
        };
    }
}
