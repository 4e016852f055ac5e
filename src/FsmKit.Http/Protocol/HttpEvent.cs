namespace FsmKit.Http;

/// <summary>One step of reading. It lends slices of the input: valid until the caller changes those bytes or reads on.</summary>
public readonly ref struct HttpEvent
{
    private readonly object? _source;

    internal HttpEvent(HttpEventKind kind, int consumed = 0, ReadOnlySpan<byte> data = default, object? source = null)
    {
        (Kind, Consumed, _source) = (kind, consumed, source);
        Data = data;
    }

    internal HttpEvent(HttpFault fault)
        : this(HttpEventKind.Fault) => Fault = fault;

    /// <summary>What it is.</summary>
    public HttpEventKind Kind { get; }

    /// <summary>How many bytes of the input are done with; the next read gets the ones behind them.</summary>
    public int Consumed { get; }

    /// <summary>Bytes of the body; of a head or of trailers all their bytes, to keep a copy of them.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>What is wrong, for <see cref="HttpEventKind.Fault"/>.</summary>
    public HttpFault Fault { get; }

    /// <summary>The head, for <see cref="HttpEventKind.Request"/>.</summary>
    /// <exception cref="InvalidOperationException">It is another event.</exception>
    public HttpRequestHead Request => new(Data, _source as RequestHeadReader ?? throw Wrong());

    /// <summary>The head, for <see cref="HttpEventKind.Response"/> and <see cref="HttpEventKind.Informational"/>.</summary>
    /// <exception cref="InvalidOperationException">It is another event.</exception>
    public HttpResponseHead Response => new(Data, _source as ResponseHeadReader ?? throw Wrong());

    /// <summary>The fields behind a chunked body, for <see cref="HttpEventKind.End"/>; usually none (RFC 9112 §7.1.2).</summary>
    public HttpFields Trailers => new(Data, _source as FieldTable);

    private InvalidOperationException Wrong() => new($"The event is {Kind}, which has no such head.");
}
