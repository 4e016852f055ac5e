using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <content>Features of the connection and its TLS session.</content>
internal abstract partial class Exchange : IHttpConnectionFeature, IPersistentStateFeature, ITlsConnectionFeature, ITlsHandshakeFeature
{
    private Endpoint? _remote;
    private Endpoint? _local;
    private string? _connectionId;
    private X509Certificate2? _clientCertificate;

    string IHttpConnectionFeature.ConnectionId { get => _connectionId ?? _connection.Id; set => _connectionId = value; }

    IPAddress? IHttpConnectionFeature.RemoteIpAddress
    {
        get => Remote.Address;
        set => _remote = Remote with { Address = value };
    }

    int IHttpConnectionFeature.RemotePort
    {
        get => Remote.Port;
        set => _remote = Remote with { Port = value };
    }

    IPAddress? IHttpConnectionFeature.LocalIpAddress
    {
        get => Local.Address;
        set => _local = Local with { Address = value };
    }

    int IHttpConnectionFeature.LocalPort
    {
        get => Local.Port;
        set => _local = Local with { Port = value };
    }

    IDictionary<object, object?> IPersistentStateFeature.State => _connection.State;

    X509Certificate2? ITlsConnectionFeature.ClientCertificate { get => _clientCertificate ?? _connection.ClientCertificate; set => _clientCertificate = value; }

    /// <summary>Returns the certificate of the handshake. A later one is not asked for: TLS 1.3 has no renegotiation.</summary>
    Task<X509Certificate2?> ITlsConnectionFeature.GetClientCertificateAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_clientCertificate ?? _connection.ClientCertificate);

    SslProtocols ITlsHandshakeFeature.Protocol => _connection.Tls?.Protocol ?? SslProtocols.None;

    TlsCipherSuite? ITlsHandshakeFeature.NegotiatedCipherSuite => _connection.Tls?.CipherSuite;

    string ITlsHandshakeFeature.HostName => _connection.Tls?.TargetHostName ?? "";

#pragma warning disable SYSLIB0058 // The interface asks for them.
    CipherAlgorithmType ITlsHandshakeFeature.CipherAlgorithm => CipherAlgorithmType.None;

    int ITlsHandshakeFeature.CipherStrength => 0;

    HashAlgorithmType ITlsHandshakeFeature.HashAlgorithm => HashAlgorithmType.None;

    int ITlsHandshakeFeature.HashStrength => 0;

    ExchangeAlgorithmType ITlsHandshakeFeature.KeyExchangeAlgorithm => ExchangeAlgorithmType.None;

    int ITlsHandshakeFeature.KeyExchangeStrength => 0;
#pragma warning restore SYSLIB0058

    private Endpoint Remote => _remote ?? Endpoint.Of(_connection.Remote);

    private Endpoint Local => _local ?? Endpoint.Of(_connection.Local);

    private readonly record struct Endpoint(IPAddress? Address, int Port)
    {
        public static Endpoint Of(IPEndPoint? address) => new(address?.Address, address?.Port ?? 0);
    }
}
