using System.Runtime.CompilerServices;

namespace FsmKit.Http;

// Bytes in, events out.
public sealed partial class HttpServerProtocol
{
    private BodyReader _body;
    private bool _isWaitingForContinue;
    private long _maxBodyBytes;

    /// <summary>
    /// Limits the body of this request in bytes; a longer body is refused with status 413 when it is read. Default
    /// <see cref="HttpLimits.MaxBodyBytes"/>. To be set between the event of the request and the first byte of its body. Nothing is read of
    /// a body whose announced length is above the limit.
    /// </summary>
    /// <exception cref="InvalidOperationException">Set without a request, or after a part of the body was read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long MaxBodyBytes
    {
        get => _maxBodyBytes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (!_head.IsWhole || _body.IsBegun)
            {
                throw new InvalidOperationException("The limit of a body is set after its request was read, and before any of the body is read.");
            }

            _maxBodyBytes = value;
        }
    }

    /// <summary>
    /// Whether the client waits for <c>100 Continue</c> or a final response before it sends the body (RFC 9110 §10.1.1). False once a part
    /// of the body has come.
    /// </summary>
    public bool IsWaitingForContinue => _isWaitingForContinue && !_body.IsBegun;

    /// <summary>
    /// Reads the next event from the received bytes. The caller passes, in one span, the bytes that were not consumed and the newer bytes
    /// behind them. Any division of the input into portions gives the same messages, and no byte of a head is scanned twice.
    /// </summary>
    /// <param name="input">All bytes that are not consumed yet.</param>
    /// <param name="isEnd">Whether the client has ended its stream, so that no byte follows the input.</param>
    /// <exception cref="ArgumentException">The input is shorter than the bytes that were scanned and not consumed.</exception>
    public HttpEvent Read(ReadOnlySpan<byte> input, bool isEnd = false) => ReadStep(input, isEnd, joinsEnd: false);

    /// <summary>Reads one step, as <see cref="Read"/> does.</summary>
    /// <param name="input">All bytes that are not consumed yet.</param>
    /// <param name="isEnd">Whether the client has ended its stream.</param>
    /// <param name="joinsEnd">Whether a request without a body gives one event with <see cref="HttpEvent.IsLast"/>, instead of a separate
    /// end.</param>
    internal HttpEvent ReadStep(ReadOnlySpan<byte> input, bool isEnd, bool joinsEnd)
    {
        switch (_states.Client)
        {
            case HttpSide.Idle:
                return ReadHead(input, isEnd, joinsEnd);
            case HttpSide.SendBody:
                return ReadBody(input, isEnd);
            case HttpSide.Done or HttpSide.MightSwitch when !isEnd || !input.IsEmpty:
                return new HttpEvent(HttpEventKind.Paused);
            case HttpSide.Switched:
                return new HttpEvent(HttpEventKind.Switched);
            default:
                if (isEnd)
                {
                    _states.ClientDoes(HttpSignal.Close);
                }

                return new HttpEvent(HttpEventKind.Closed, input.Length);
        }
    }

    // NoInlining, and the rare path in its own method: the JIT then builds the HttpEvent in the caller's return buffer instead of copying it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private HttpEvent ReadHead(ReadOnlySpan<byte> input, bool isEnd, bool joinsEnd)
    {
        if (!_head.Read(input, out var consumed, out var fault))
        {
            return NoHead(consumed, fault, isEnd, isLeft: consumed < input.Length);
        }

        Begin(_head.Meaning);
        var isLast = joinsEnd && _head.Meaning.Body.Kind == BodyKind.None;
        if (isLast)
        {
            _states.ClientDoes(HttpSignal.End);
        }

        return new HttpEvent(HttpEventKind.Request, consumed, _head.Head, _head, isLast);
    }

    private HttpEvent NoHead(int consumed, HttpFault fault, bool isEnd, bool isLeft)
    {
        if (fault.Exists || !isEnd)
        {
            return fault.Exists ? Fail(fault) : new HttpEvent(HttpEventKind.NeedMore, consumed);
        }

        if (isLeft)
        {
            return Fail(HttpFault.CutOff("The connection ended inside a head."));
        }

        _states.ClientDoes(HttpSignal.Close);
        return new HttpEvent(HttpEventKind.Closed, consumed);
    }

    private void Begin(in RequestMeaning request)
    {
        _body.Begin(request.Body);
        _isWaitingForContinue = request.ExpectsContinue;
        if (!request.KeepAlive)
        {
            _states.Last();
        }

        _states.Offers(request.WantsUpgrade || _head.Method == KnownMethod.Connect);
        _states.ClientDoes(HttpSignal.Request);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private HttpEvent ReadBody(ReadOnlySpan<byte> input, bool isEnd)
    {
        if (!_body.IsOver)
        {
            return ReadOn(input, isEnd);
        }

        _states.ClientDoes(HttpSignal.End);
        return new HttpEvent(HttpEventKind.End);
    }

    private HttpEvent ReadOn(ReadOnlySpan<byte> input, bool isEnd)
    {
        var read = _body.Read(input, _options.Limits, _maxBodyBytes, ref _trailers);
        switch (read.Kind)
        {
            case HttpEventKind.End:
                _states.ClientDoes(HttpSignal.End);
                return read;
            case HttpEventKind.NeedMore when isEnd:
                return Fail(HttpFault.CutOff("The connection ended inside a body."));
            case HttpEventKind.Fault:
                return Fail(read.Fault);
            default:
                return read;
        }
    }

    private HttpEvent Fail(HttpFault fault)
    {
        _states.ClientFails();
        return new HttpEvent(fault);
    }
}
