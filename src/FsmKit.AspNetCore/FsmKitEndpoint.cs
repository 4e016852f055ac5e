using FsmKit.Net;

namespace FsmKit.AspNetCore;

/// <summary>An address on which the server listens.</summary>
/// <param name="Host">
/// An IP address, a name of this machine, <c>unix:/path</c>, or <c>*</c> for all addresses; see <see cref="GServerSock.Host"/>.
/// </param>
/// <param name="Port">The port, 0 to 65535; 0 takes a free one. Ignored for a Unix socket.</param>
/// <param name="Tls">Options of TLS, for HTTPS. Null: plain HTTP.</param>
public sealed record FsmKitEndpoint(string Host, int Port, TlsOptions? Tls)
{
    /// <summary>Whether the endpoint is a Unix socket.</summary>
    public bool IsUnixSocket => Host.StartsWith("unix:", StringComparison.Ordinal);

    /// <summary>Returns the address as a URL, as in <c>http://127.0.0.1:8080</c>.</summary>
    public override string ToString() => UrlWith(Port);

    internal string UrlWith(int port)
    {
        var scheme = Tls is null ? "http" : "https";
        return IsUnixSocket ? $"{scheme}://{Host}"
            : Host.Contains(':', StringComparison.Ordinal) ? string.Create(null, $"{scheme}://[{Host}]:{port}")
            : string.Create(null, $"{scheme}://{(Host == "*" ? "[::]" : Host)}:{port}");
    }
}
