namespace FsmKit.Http;

// Bytes in, events out.
public sealed partial class HttpServerProtocol
{
    private BodyReader _body;
    private bool _isWaitingForContinue;

    /// <summary>Whether the client waits for <c>100 Continue</c>, or for a final response, before it sends the body.</summary>
    public bool IsWaitingForContinue => _isWaitingForContinue;

    /// <summary>
    /// Reads one step. Present the bytes that were not consumed, and behind them what has come since: in one piece, from the same
    /// first byte. Whatever the portions, no byte of a head is looked at twice, and the events are the same.
    /// </summary>
    /// <param name="input">What is not consumed yet.</param>
    /// <param name="isEnd">The client sends no more: the input is all there will be.</param>
    /// <exception cref="ArgumentException">Bytes that were not consumed are missing.</exception>
    public HttpEvent Read(ReadOnlySpan<byte> input, bool isEnd = false)
    {
        switch (_states.Client)
        {
            case HttpSide.Idle:
                return ReadHead(input, isEnd);
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

    private HttpEvent ReadHead(ReadOnlySpan<byte> input, bool isEnd)
    {
        var read = _head.Read(input);
        switch (read.Kind)
        {
            case HttpEventKind.Request:
                Begin(_head.Meaning);
                return read;
            case HttpEventKind.NeedMore when isEnd && read.Consumed == input.Length:
                _states.ClientDoes(HttpSignal.Close);
                return new HttpEvent(HttpEventKind.Closed, input.Length);
            case HttpEventKind.NeedMore when isEnd:
                return Fail(HttpFault.CutOff("The connection ended inside a head."));
            case HttpEventKind.Fault:
                return Fail(read.Fault);
            default:
                return read;
        }
    }

    private void Begin(in RequestMeaning request)
    {
        _body = new BodyReader(request.Body);
        _isWaitingForContinue = request.ExpectsContinue;
        _states.KeepAlive &= request.KeepAlive;
        _states.OffersSwitch = request.WantsUpgrade || _head.Method == KnownMethod.Connect;
        _states.ClientDoes(HttpSignal.Request);
    }

    private HttpEvent ReadBody(ReadOnlySpan<byte> input, bool isEnd)
    {
        var read = _body.Read(input, _options.Limits, ref _trailers);
        switch (read.Kind)
        {
            case HttpEventKind.Data:
                _isWaitingForContinue = false;
                return read;
            case HttpEventKind.End:
                _isWaitingForContinue = false;
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
