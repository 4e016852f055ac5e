using System.Runtime.InteropServices;

namespace FsmKit.Http;

/// <summary>
/// The result of <see cref="HttpServerProtocol.Read"/> or <see cref="HttpClientProtocol.Read"/>. Its spans are slices of the input, valid
/// until the caller changes those bytes or reads again. The head of a request is a copy in the protocol, valid until
/// <see cref="HttpProtocol.StartNext"/>.
/// </summary>
public readonly ref struct HttpEvent
{
    private const long LastBit = 1L << 62;

    // Four fields at most: up to four the JIT writes straight into the return buffer of the caller.
    private readonly object? _source;
    private readonly ref readonly byte _data;
    private readonly int _length;
    private readonly long _kindAndConsumed;

    internal HttpEvent(HttpEventKind kind, int consumed = 0, ReadOnlySpan<byte> data = default, object? source = null, bool isLast = false)
    {
        _source = source;
        _data = ref MemoryMarshal.GetReference(data);
        _length = data.Length;
        _kindAndConsumed = (long)kind << 32 | (uint)consumed | (isLast ? LastBit : 0);
    }

    // A fault consumes and lends nothing; its status is kept in the field of the length.
    internal HttpEvent(HttpFault fault)
    {
        _source = fault.Reason;
        _length = fault.IsCutOff ? -fault.Status : fault.Status;
        _kindAndConsumed = (long)HttpEventKind.Fault << 32;
    }

    /// <summary>The kind of event.</summary>
    public HttpEventKind Kind => (HttpEventKind)(byte)(_kindAndConsumed >> 32);

    /// <summary>
    /// Whether the message ends with this event and no <see cref="HttpEventKind.End"/> follows: a request without a body, read with
    /// <c>joinsEnd</c>.
    /// </summary>
    internal bool IsLast => (_kindAndConsumed & LastBit) != 0;

    /// <summary>Number of input bytes that are consumed. The next read begins with the byte behind them.</summary>
    public int Consumed => (int)_kindAndConsumed;

    /// <summary>A part of the body, or all bytes of a head or of trailers. Empty for other events.</summary>
    public ReadOnlySpan<byte> Data =>
        Kind == HttpEventKind.Fault ? default : MemoryMarshal.CreateReadOnlySpan(in _data, _length);

    /// <summary>The reason for refusing the input, for <see cref="HttpEventKind.Fault"/>; the default value for other events.</summary>
    public HttpFault Fault =>
        Kind == HttpEventKind.Fault ? new HttpFault(Math.Abs(_length), (string)_source!, IsCutOff: _length < 0) : default;

    /// <summary>The head of a request, for <see cref="HttpEventKind.Request"/>; see also <see cref="HttpServerProtocol.Request"/>.</summary>
    /// <exception cref="InvalidOperationException">The event has another kind.</exception>
    public HttpRequestHead Request => new(Data, _source as RequestHeadReader ?? throw Wrong());

    /// <summary>The head of a response, for <see cref="HttpEventKind.Response"/> and <see cref="HttpEventKind.Informational"/>.</summary>
    /// <exception cref="InvalidOperationException">The event has another kind.</exception>
    public HttpResponseHead Response => new(Data, _source as ResponseHeadReader ?? throw Wrong());

    /// <summary>The field lines behind a chunked body, for <see cref="HttpEventKind.End"/>; usually empty (RFC 9112 §7.1.2).</summary>
    public HttpFields Trailers => new(Data, _source as FieldTable);

    private InvalidOperationException Wrong() => new($"The event is {Kind}, which has no such head.");
}
