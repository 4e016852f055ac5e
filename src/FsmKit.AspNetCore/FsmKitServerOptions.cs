using System.Net;
using FsmKit.Http;
using FsmKit.Net;

namespace FsmKit.AspNetCore;

/// <summary>Options of the FsmKit server of an ASP.NET Core application. They are read once, when the application starts.</summary>
public sealed class FsmKitServerOptions
{
    private readonly List<FsmKitEndpoint> _endpoints = [];

    /// <summary>
    /// Number of loops, each with a thread and all endpoints. Linux distributes the connections of a shared port between them. A Unix
    /// socket belongs to the first loop. 1 to 256, default 1.
    /// </summary>
    public int Loops { get; set; } = 1;

    /// <summary>
    /// The thread on which the handling of a request begins. Default <see cref="ApplicationThread.ThreadPool"/>, where the application may
    /// block. <see cref="ApplicationThread.Loop"/> costs less.
    /// </summary>
    public ApplicationThread Handlers { get; set; } = ApplicationThread.ThreadPool;

    /// <summary>Whether blocking reads and writes of request and response bodies are allowed. Default false: they throw.</summary>
    public bool AllowSynchronousIO { get; set; }

    /// <summary>Whether responses carry <c>Server: FsmKit</c>. Default true.</summary>
    public bool AddServerHeader { get; set; } = true;

    /// <summary>
    /// Limits the body of a request in bytes; reading a larger one throws <see cref="Microsoft.AspNetCore.Http.BadHttpRequestException"/>
    /// with status 413. Null: no limit. Default 30,000,000, as in Kestrel. The application can change the limit of one request by
    /// <see cref="Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature"/>.
    /// </summary>
    public long? MaxRequestBodySize { get; set; } = 30_000_000;

    /// <summary>
    /// Longest time that running requests may take when the host stops; then their connections are dropped. The host's own shutdown timeout
    /// may come sooner. More than zero, default 30 s.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The certificate of https addresses that come from <c>--urls</c>, <c>ASPNETCORE_URLS</c> or configuration. Default null: such an
    /// address is an error.
    /// </summary>
    public TlsOptions? DefaultTls { get; set; }

    /// <summary>
    /// Sets further parameters of each server gobj, such as timeouts and limits. Called once per endpoint and loop, before the server listens.
    /// <see cref="GHttpServer.Limits"/> is <see cref="HttpLimits.Tolerant"/> by then. Default null.
    /// </summary>
    public Action<GHttpServer>? ConfigureServer { get; set; }

    /// <summary>
    /// Sets further options of each loop. Called once per loop; <see cref="GAplicOptions.Logger"/> is set by then. Default null.
    /// </summary>
    public Action<GAplicOptions>? ConfigureLoop { get; set; }

    /// <summary>
    /// The endpoints that were added by <see cref="Listen(EndPoint, TlsOptions?)"/> and the methods like it, in the order of the calls.
    /// </summary>
    public IReadOnlyList<FsmKitEndpoint> Endpoints => _endpoints;

    /// <summary>
    /// Adds an endpoint. With at least one, the addresses of <c>--urls</c>, <c>ASPNETCORE_URLS</c> and configuration are not used.
    /// </summary>
    /// <param name="address">
    /// An IP address or a host name (<see cref="DnsEndPoint"/>) with a port, where 0 takes a free one, or a Unix socket.
    /// </param>
    /// <param name="tls">Options of TLS, for HTTPS. Null, the default: plain HTTP.</param>
    /// <exception cref="NotSupportedException">The address is of another kind.</exception>
    public void Listen(EndPoint address, TlsOptions? tls = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        _endpoints.Add(new FsmKitEndpoint(EndpointHosts.HostOf(address), EndpointHosts.PortOf(address), tls));
    }

    /// <summary>Adds an endpoint on the loopback addresses.</summary>
    /// <param name="port">The port; 0 takes a free one, on 127.0.0.1 only.</param>
    /// <param name="tls">Options of TLS, for HTTPS. Null, the default: plain HTTP.</param>
    public void ListenLocalhost(int port, TlsOptions? tls = null) => _endpoints.Add(new FsmKitEndpoint(port == 0 ? "127.0.0.1" : "localhost", port, tls));

    /// <summary>Adds an endpoint on all addresses, IPv4 and IPv6.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="tls">Options of TLS, for HTTPS. Null, the default: plain HTTP.</param>
    public void ListenAnyIP(int port, TlsOptions? tls = null) => _endpoints.Add(new FsmKitEndpoint("*", port, tls));

    /// <summary>Adds a Unix socket.</summary>
    /// <param name="path">The absolute path of the socket.</param>
    /// <param name="tls">Options of TLS, for HTTPS. Null, the default: plain HTTP.</param>
    public void ListenUnixSocket(string path, TlsOptions? tls = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _endpoints.Add(new FsmKitEndpoint($"unix:{path}", 0, tls));
    }

    /// <summary>Number of processors of this process. Tests set it; the runtime reads it once.</summary>
    internal int Processors { get; set; } = Environment.ProcessorCount;
}
