using System.Net;
using System.Text;

namespace FsmKit.Http;

/// <summary>
/// A request that a server has received. The object and the spans that it returns are valid until the response is finished.
/// </summary>
/// <remarks>
/// After GinsFSM's HTTPRequestParser. Its dictionary of strings is replaced by spans over the received head. Used on the loop, or on the thread of
/// its handler.
/// </remarks>
public sealed partial class HttpRequest
{
    private readonly HttpExchange _exchange;
    private string? _path;
    private EndPoint? _peername;
    private EndPoint? _sockname;

    internal HttpRequest(HttpExchange exchange) => _exchange = exchange;

    /// <summary>The connection that received the request.</summary>
    /// <exception cref="InvalidOperationException">The request is over: it was answered, or its client is gone.</exception>
    public GHttpCliSrv Channel => _exchange.Channel ?? throw Over();

    /// <summary>The response to this request.</summary>
    public HttpResponse Response => _exchange.Response;

    /// <summary>
    /// The whole head, with the parts that have no member here. Once the request is over, this property and all members that read the head
    /// throw <see cref="InvalidOperationException"/>.
    /// </summary>
    public HttpRequestHead Head => !_exchange.States.IsReadable ? throw Over() : _exchange.Protocol.Request;

    /// <summary>The method; <see cref="KnownMethod.Other"/> for a method that the enum does not name.</summary>
    public KnownMethod Method => Head.Method;

    /// <summary>The octets of the method as they were sent.</summary>
    public ReadOnlySpan<byte> MethodName => Head.MethodName;

    /// <summary>The octets of the request target as they were sent.</summary>
    public ReadOnlySpan<byte> Target => Head.Target;

    /// <summary>The octets of the path as they were sent, escapes included.</summary>
    public ReadOnlySpan<byte> RawPath => Head.RawPath;

    /// <summary>
    /// The octets of the query as they were sent, without the question mark; empty when there is none. See <see cref="HttpQuery"/>.
    /// </summary>
    public ReadOnlySpan<byte> RawQuery => Head.RawQuery;

    /// <summary>The requested host, with its port if the client names one; empty when the client names no host.</summary>
    public ReadOnlySpan<byte> Authority => Head.Authority;

    /// <summary>
    /// The decoded path: escapes are resolved once, dot segments removed. <see cref="HttpRequestHead.DecodePath"/> lists the escapes that
    /// stay. The path may contain control characters that were escaped. The string is created once per request.
    /// </summary>
    public string Path => _path ??= Head.GetPath();

    /// <summary>
    /// The scheme of an absolute target; of any other target <see cref="GHttpServer.UrlScheme"/>, by default <c>http</c> or <c>https</c>
    /// (GinsFSM <c>url_scheme</c>).
    /// </summary>
    public string UrlScheme => !_exchange.States.IsReadable || Head.TargetScheme.IsEmpty ? _exchange.Context.UrlScheme
        : Head.TargetScheme.Length == "https".Length ? "https" : "http";

    /// <summary>Whether the version is HTTP/1.1 or compatible with it; false for HTTP/1.0.</summary>
    public bool IsHttp11 => Head.IsHttp11;

    /// <summary>The field lines of the head; look-ups ignore the case of names.</summary>
    public HttpFields Headers => Head.Fields;

    /// <summary>The field lines behind a chunked body; empty until the body is complete.</summary>
    /// <exception cref="InvalidOperationException">The request is over.</exception>
    public HttpFields Trailers => !_exchange.States.IsReadable ? throw Over() : _exchange.Trailers;

    /// <summary>Whether the head announces a body. A chunked body may turn out to be empty.</summary>
    public bool HasBody => Head.Body != BodyKind.None;

    /// <summary>The announced length of the body in bytes; 0 without a body, null for a chunked one.</summary>
    public long? ContentLength => Head.BodyLength;

    /// <summary>Whether the client asks to switch to one of the protocols in <c>Upgrade</c> (RFC 9110 §7.8).</summary>
    public bool WantsUpgrade => Head.WantsUpgrade;

    /// <summary>The address of the client; null when it is unknown.</summary>
    public EndPoint? Peername => _peername ??= _exchange.Channel?.Gsock.Peername;

    /// <summary>The server's own address of the connection; null when it is unknown.</summary>
    public EndPoint? Sockname => _sockname ??= _exchange.Channel?.Gsock.Sockname;

    /// <summary>An object of the application's choice, kept with the request until the request is over. Default null.</summary>
    public object? Tag { get; set; }

    /// <summary>
    /// Returns this request and its response to the server, which uses the two objects for another request. To be called on the loop by a
    /// receiver of <see cref="EvHttpRequest"/> that answers later, once <see cref="HttpResponse.IsOver"/> is true; the two objects must not
    /// be used afterwards. Without this call they are left to the garbage collector. Does nothing before the request is over, and nothing
    /// if the request was answered before the receiver returned: then the server has taken the two objects back already.
    /// </summary>
    public void Release()
    {
        if (_exchange.States.MayRelease)
        {
            _exchange.Context.Release(_exchange);
        }
    }

    /// <summary>Returns method and target, as in <c>GET /index.html</c>.</summary>
    public override string ToString() => !_exchange.States.IsReadable
        ? "a request that is over" : $"{Encoding.ASCII.GetString(MethodName)} {Encoding.ASCII.GetString(Target)}";

    /// <summary>Returns whether the client offers this protocol in <c>Upgrade</c>.</summary>
    internal bool Offers(string protocol)
    {
        foreach (var field in WantsUpgrade ? Headers : default)
        {
            if (field.Known == KnownHeader.Upgrade)
            {
                foreach (var offered in new ListElements(field.Value))
                {
                    if (Ascii.EqualsIgnoreCase(offered, protocol))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Reads the two addresses, before the request is handed to another thread.</summary>
    internal void NoteEndpoints() => _ = (Peername, Sockname);

    internal void Forget()
    {
        (_path, Tag, _peername, _sockname) = (null, null, null, null);
        (MaxBodyBytes, StreamsBody, _aborted, _isAborted, _reader) = (null, null, null, false, null);
        (_hasInputEnded, _ownRate) = (false, null);
    }

    private static InvalidOperationException Over() => new(
        "This request is over: it was answered, or its client is gone. Copy the parts that are needed longer before that.");
}
