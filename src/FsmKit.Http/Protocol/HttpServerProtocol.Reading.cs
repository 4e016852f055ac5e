using System.Runtime.CompilerServices;

namespace FsmKit.Http;

// Bytes in, events out.
public sealed partial class HttpServerProtocol
{
    private BodyReader _body;
    private bool _isWaitingForContinue;
    private long _maxBodyBytes;

    /// <summary>
    /// How many bytes the body of this request may have: <see cref="HttpLimits.MaxBodyBytes"/>, unless it is set between the event of
    /// the request and the first byte of its body. Over it: 413, when the body is read; nothing of one that is announced too long.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is set when there is no request, or some of its body was read.</exception>
    public long MaxBodyBytes
    {
        get => _maxBodyBytes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (!_head.IsWhole || _body.IsBegun)
            {
                throw new InvalidOperationException("What a body may have is set once its request is there, and before any of it is read.");
            }

            _maxBodyBytes = value;
        }
    }

    /// <summary>
    /// Whether the client waits for <c>100 Continue</c>, or for a final response, before it sends the body; not when some of it has come.
    /// </summary>
    public bool IsWaitingForContinue => _isWaitingForContinue && !_body.IsBegun;

    /// <summary>
    /// Reads one step. Present the bytes that were not consumed, and behind them what has come since: in one piece, from the same
    /// first byte. Whatever the portions, no byte of a head is looked at twice, and the events are the same.
    /// </summary>
    /// <param name="input">What is not consumed yet.</param>
    /// <param name="isEnd">The client sends no more: the input is all there will be.</param>
    /// <exception cref="ArgumentException">Bytes that were not consumed are missing.</exception>
    public HttpEvent Read(ReadOnlySpan<byte> input, bool isEnd = false) => ReadStep(input, isEnd, joinsEnd: false);

    /// <summary>Reads one step, as <see cref="Read"/> does.</summary>
    /// <param name="input">What is not consumed yet.</param>
    /// <param name="isEnd">The client sends no more.</param>
    /// <param name="joinsEnd">Whether a request without a body ends with its event, which says so: <see cref="HttpEvent.IsLast"/>.</param>
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

    // Not inlined, and what is rare apart: so the event is made where its reader wants it, and not made here and copied there.
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
