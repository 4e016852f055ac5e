namespace FsmKit.Http;

// Bytes in, events out.
public sealed partial class HttpClientProtocol
{
    private BodyReader _body;
    private bool _isInterim;
    private int _interims;

    /// <summary>
    /// Reads the next event from the received bytes. The caller passes, in one span, the bytes that were not consumed and the newer bytes
    /// behind them. Any division of the input into portions gives the same messages, and no byte of a head is scanned twice.
    /// </summary>
    /// <param name="input">All bytes that are not consumed yet.</param>
    /// <param name="isEnd">Whether the server has ended its stream, so that no byte follows the input.</param>
    /// <exception cref="ArgumentException">The input is shorter than the bytes that were scanned and not consumed.</exception>
    public HttpEvent Read(ReadOnlySpan<byte> input, bool isEnd = false)
    {
        switch (_states.Server)
        {
            case HttpSide.Idle when !input.IsEmpty:
                return Fail(HttpFault.Bad("A response without a request."));
            case HttpSide.Idle when !isEnd:
                return default;
            case HttpSide.SendResponse:
                return ReadHead(input, isEnd);
            case HttpSide.SendBody:
                return ReadBody(input, isEnd);
            case HttpSide.Done when !isEnd || !input.IsEmpty:
                return new HttpEvent(HttpEventKind.Paused);
            case HttpSide.Switched:
                return new HttpEvent(HttpEventKind.Switched);
            default:
                if (isEnd)
                {
                    _states.ServerDoes(HttpSignal.Close);
                }

                return new HttpEvent(HttpEventKind.Closed, input.Length);
        }
    }

    private HttpEvent ReadHead(ReadOnlySpan<byte> input, bool isEnd)
    {
        if (_isInterim)
        {
            _head.Reset();
            _isInterim = false;
        }

        var read = _head.Read(input, _method);
        return read.Kind switch
        {
            HttpEventKind.NeedMore when isEnd => Fail(HttpFault.CutOff(
                input.IsEmpty ? "The connection ended before the response." : "The connection ended inside a head.")),
            HttpEventKind.Fault => Fail(read.Fault),
            HttpEventKind.NeedMore => read,
            _ => Begin(read),
        };
    }

    private HttpEvent Begin(HttpEvent read)
    {
        var isTunnel = _method == KnownMethod.Connect && _head.Status is >= 200 and < 300;
        var signal = _head.Status == 101 || isTunnel ? HttpSignal.Switch
            : _head.Status < 200 ? HttpSignal.Informational : HttpSignal.Response;
        if (signal == HttpSignal.Response)
        {
            _body.Begin(_head.Body);
            if (!_head.KeepAlive)
            {
                _states.Last();
            }
        }

        _isInterim = signal == HttpSignal.Informational;
        if (_isInterim && ++_interims > _limits.MaxInterimResponses)
        {
            return Fail(HttpFault.Bad("There are too many interim responses."));
        }

        if (!_states.ServerMay(signal))
        {
            return Fail(HttpFault.Bad("The server switches to a protocol that was not offered."));
        }

        _states.ServerDoes(signal);
        return read;
    }

    private HttpEvent ReadBody(ReadOnlySpan<byte> input, bool isEnd)
    {
        if (_body.IsOver)
        {
            _states.ServerDoes(HttpSignal.End);
            return new HttpEvent(HttpEventKind.End);
        }

        var read = _body.Read(input, _limits, _limits.MaxBodyBytes, ref _trailers);
        switch (read.Kind)
        {
            case HttpEventKind.NeedMore when isEnd && !_body.EndsWithConnection:
                return Fail(HttpFault.CutOff("The connection ended inside a body."));
            case HttpEventKind.NeedMore when isEnd:
                read = new HttpEvent(HttpEventKind.End);
                _states.ServerDoes(HttpSignal.End);
                return read;
            case HttpEventKind.End:
                _states.ServerDoes(HttpSignal.End);
                return read;
            case HttpEventKind.Fault:
                return Fail(read.Fault);
            default:
                return read;
        }
    }

    private HttpEvent Fail(HttpFault fault)
    {
        _states.ServerFails();
        return new HttpEvent(fault);
    }
}
