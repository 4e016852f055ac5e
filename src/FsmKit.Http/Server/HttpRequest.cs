using System.Net;
using System.Text;

namespace FsmKit.Http;

/// <summary>
/// A request that a channel has received. It lends what it shows: spans are good until the response is finished, and the object with them.
/// </summary>
/// <remarks>After GinsFSM's HTTPRequestParser; what was a dictionary of strings there is read where it lies here.</remarks>
public sealed partial class HttpRequest
{
    private readonly HttpExchange _exchange;
    private string? _path;
    private EndPoint? _peername;
    private EndPoint? _sockname;

    internal HttpRequest(HttpExchange exchange) => _exchange = exchange;

    /// <summary>Who received it.</summary>
    /// <exception cref="InvalidOperationException">The request is over.</exception>
    public GHttpCliSrv Channel => _exchange.Channel ?? throw Over();

    /// <summary>What it will be answered with.</summary>
    public HttpResponse Response => _exchange.Response;

    /// <summary>The whole head, for whatever has no member here.</summary>
    public HttpRequestHead Head => !_exchange.States.IsReadable ? throw Over() : _exchange.Protocol.Request;

    /// <summary>The method, if it is a known one.</summary>
    public KnownMethod Method => Head.Method;

    /// <summary>The method as it was sent.</summary>
    public ReadOnlySpan<byte> MethodName => Head.MethodName;

    /// <summary>The target as it was sent.</summary>
    public ReadOnlySpan<byte> Target => Head.Target;

    /// <summary>The path as it was sent.</summary>
    public ReadOnlySpan<byte> RawPath => Head.RawPath;

    /// <summary>The query as it was sent, without its question mark; see <see cref="HttpQuery"/>.</summary>
    public ReadOnlySpan<byte> RawQuery => Head.RawQuery;

    /// <summary>The host that is asked, with its port if it has one; empty when the client names none.</summary>
    public ReadOnlySpan<byte> Authority => Head.Authority;

    /// <summary>
    /// The path decoded: escapes resolved once, no dot segments; see <see cref="HttpRequestHead.DecodePath"/> for what stays as it was sent. It
    /// may hold control characters that were escaped. The string is made once.
    /// </summary>
    public string Path => _path ??= Head.GetPath();

    /// <summary>
    /// <c>http</c> or <c>https</c>, or what the server was told (GinsFSM <c>url_scheme</c>); of an absolute target, its scheme.
    /// </summary>
    public string UrlScheme => !_exchange.States.IsReadable || Head.TargetScheme.IsEmpty ? _exchange.Context.UrlScheme
        : Head.TargetScheme.Length == "https".Length ? "https" : "http";

    /// <summary>False for HTTP/1.0.</summary>
    public bool IsHttp11 => Head.IsHttp11;

    /// <summary>The field lines; names are found in any case of their letters.</summary>
    public HttpFields Headers => Head.Fields;

    /// <summary>The field lines behind a chunked body, once it is complete.</summary>
    public HttpFields Trailers => !_exchange.States.IsReadable ? throw Over() : _exchange.Trailers;

    /// <summary>Whether the head announces a body, which may be empty when it is chunked.</summary>
    public bool HasBody => Head.Body != BodyKind.None;

    /// <summary>The length that the head announces: 0 without a body, null when it is chunked.</summary>
    public long? ContentLength => Head.BodyLength;

    /// <summary>The client asks to switch to one of the protocols in <c>Upgrade</c>.</summary>
    public bool WantsUpgrade => Head.WantsUpgrade;

    /// <summary>The address of the client.</summary>
    public EndPoint? Peername => _peername ??= _exchange.Channel?.Gsock.Peername;

    /// <summary>The own address.</summary>
    public EndPoint? Sockname => _sockname ??= _exchange.Channel?.Gsock.Sockname;

    /// <summary>Anything that the application wants to find again with the request.</summary>
    public object? Tag { get; set; }

    /// <summary>Method and target, as in <c>GET /index.html</c>.</summary>
    public override string ToString() => !_exchange.States.IsReadable
        ? "a request that is over" : $"{Encoding.ASCII.GetString(MethodName)} {Encoding.ASCII.GetString(Target)}";

    /// <summary>Whether the client offers to speak this protocol.</summary>
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

    /// <summary>Before somebody asks in another thread.</summary>
    internal void NoteEndpoints() => _ = (Peername, Sockname);

    internal void Forget()
    {
        (_path, Tag, _peername, _sockname) = (null, null, null, null);
        (MaxBodyBytes, StreamsBody, _aborted, _isAborted, _reader) = (null, null, null, false, null);
    }

    private static InvalidOperationException Over() => new(
        "This request is over: it was answered, or its client is gone. What is needed longer has to be copied before.");
}
