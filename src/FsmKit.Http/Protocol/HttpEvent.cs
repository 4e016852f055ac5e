using System.Runtime.InteropServices;

namespace FsmKit.Http;

/// <summary>
/// One step of reading. It lends slices of the input, valid until the caller changes those bytes or reads on; a request lends the connection's
/// own copy of its head, valid until <see cref="HttpProtocol.StartNext"/>.
/// </summary>
public readonly ref struct HttpEvent
{
    private const long LastBit = 1L << 62;

    // No more than four fields: so many the JIT writes straight to where an event is returned to.
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

    // A fault consumes nothing and lends nothing: its status is where the length of that would be.
    internal HttpEvent(HttpFault fault)
    {
        _source = fault.Reason;
        _length = fault.IsCutOff ? -fault.Status : fault.Status;
        _kindAndConsumed = (long)HttpEventKind.Fault << 32;
    }

    /// <summary>What it is.</summary>
    public HttpEventKind Kind => (HttpEventKind)(byte)(_kindAndConsumed >> 32);

    /// <summary>Whether the message ends with this event, and no <see cref="HttpEventKind.End"/> follows: a request without a body, where its reader wants to hear both at once.</summary>
    internal bool IsLast => (_kindAndConsumed & LastBit) != 0;

    /// <summary>How many bytes of the input are done with; the next read gets the ones behind them.</summary>
    public int Consumed => (int)_kindAndConsumed;

    /// <summary>Bytes of the body; of a head or of trailers all their bytes.</summary>
    public ReadOnlySpan<byte> Data =>
        Kind == HttpEventKind.Fault ? default : MemoryMarshal.CreateReadOnlySpan(in _data, _length);

    /// <summary>What is wrong, for <see cref="HttpEventKind.Fault"/>.</summary>
    public HttpFault Fault =>
        Kind == HttpEventKind.Fault ? new HttpFault(Math.Abs(_length), (string)_source!, IsCutOff: _length < 0) : default;

    /// <summary>The head, for <see cref="HttpEventKind.Request"/>; see also <see cref="HttpServerProtocol.Request"/>.</summary>
    /// <exception cref="InvalidOperationException">It is another event.</exception>
    public HttpRequestHead Request => new(Data, _source as RequestHeadReader ?? throw Wrong());

    /// <summary>The head, for <see cref="HttpEventKind.Response"/> and <see cref="HttpEventKind.Informational"/>.</summary>
    /// <exception cref="InvalidOperationException">It is another event.</exception>
    public HttpResponseHead Response => new(Data, _source as ResponseHeadReader ?? throw Wrong());

    /// <summary>The fields behind a chunked body, for <see cref="HttpEventKind.End"/>; usually none (RFC 9112 §7.1.2).</summary>
    public HttpFields Trailers => new(Data, _source as FieldTable);

    private InvalidOperationException Wrong() => new($"The event is {Kind}, which has no such head.");
}
