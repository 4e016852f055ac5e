using System.Buffers;

namespace FsmKit.Http;

// Responses in, bytes out.
public sealed partial class HttpServerProtocol : IHeadOwner
{
    private readonly HeadBuffer _buffer;
    private int _status;
    private HttpSignal _signal;
    private BodyWriter _bodyWriter;

    /// <summary>Begins a response; <see cref="HttpHeadWriter.End"/> of what it returns puts its head into the output.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="status">
    /// 100 to 999. Interim ones (1xx) leave the final one to be written; 101 and a success to CONNECT hand the connection over.
    /// </param>
    /// <param name="bodyLength">
    /// How long the body will be; null when that is not known: then it is chunked, or ends with the connection for HTTP/1.0. Statuses that
    /// have no body (1xx, 204, 205, 304) ignore it; the answer to HEAD announces it and sends none.
    /// </param>
    /// <exception cref="InvalidOperationException">There is nothing to answer, or it is answered already; an interim response to HTTP/1.0
    /// (RFC 9110 §15.2); 101 where the client has not offered it, or has not finished its request.</exception>
    public HttpHeadWriter BeginResponse(IBufferWriter<byte> output, int status, long? bodyLength = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 999);
        ArgumentOutOfRangeException.ThrowIfNegative(bodyLength ?? 0, nameof(bodyLength));
        (_status, _signal) = (status, SignalOf(status));
        if (!_states.ServerMay(_signal))
        {
            throw new InvalidOperationException(
                $"No response {status} while the client is at {ClientSide} and the server at {ServerSide}.");
        }

        _buffer.Begin(output, HeadKind.Response);
        StatusLines.Write(_buffer, status);
        if (_signal == HttpSignal.Response)
        {
            BeginFinal(bodyLength);
        }
        else if (status < 200)
        {
            BeginInterim();
        }

        return new HttpHeadWriter(_buffer);
    }

    /// <summary>Tells a client that waits for it to send its body (RFC 9110 §10.1.1).</summary>
    /// <returns>False when it does not wait, or is to be told that its body is too long instead: nothing is written.</returns>
    public bool WriteContinue(IBufferWriter<byte> output)
    {
        if (!IsWaitingForContinue || ServerSide != HttpSide.SendResponse || _body.IsTooLong(_maxBodyBytes))
        {
            return false;
        }

        output.Write("HTTP/1.1 100 Continue\r\n\r\n"u8);
        _isWaitingForContinue = false;
        return true;
    }

    /// <summary>Writes some of the body. For the answer to HEAD it does nothing.</summary>
    /// <exception cref="InvalidOperationException">No head was written, the status has no body, or the body gets longer than announced:
    /// nothing is written.</exception>
    public void WriteBody(IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(output);
        MustBeWritingBody();
        _bodyWriter.Write(output, data);
    }

    /// <summary>Counts a part of the body that its caller sends by itself, where the framing puts nothing around it.</summary>
    /// <returns>False when it must not be sent: the answer to HEAD.</returns>
    internal bool PassBody(int length)
    {
        MustBeWritingBody();
        return _bodyWriter.Pass(length);
    }

    /// <summary>Ends the response.</summary>
    /// <returns>False when its body is shorter than announced: the connection must be closed, which tells the client.</returns>
    /// <exception cref="InvalidOperationException">No head was written.</exception>
    public bool EndResponse(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        MustBeWritingBody();
        if (!_bodyWriter.End(output))
        {
            _states.ServerFails();
            return false;
        }

        _states.ServerDoes(HttpSignal.End);
        return true;
    }

    /// <summary>Whether the response that was begun announces a body and sends none: the answer to HEAD.</summary>
    internal bool IsMuted => _bodyWriter.IsMuted;

    /// <summary>Whether the end of the connection will tell the end of the body that is being written.</summary>
    internal bool EndsWithConnection => ServerSide == HttpSide.SendBody && _bodyWriter.Kind == BodyKind.UntilClose;

    /// <summary>Whether the response that is being written may end with fields.</summary>
    internal bool TakesTrailers => ServerSide == HttpSide.SendBody && _bodyWriter is { Kind: BodyKind.Chunked, IsMuted: false };

    /// <summary>Ends the response with fields behind its chunked body (RFC 9112 §7.1.2), when what it returns is ended.</summary>
    /// <exception cref="InvalidOperationException">The body is not chunked.</exception>
    public HttpHeadWriter BeginTrailers(IBufferWriter<byte> output)
    {
        MustBeWritingBody();
        if (_bodyWriter.Kind != BodyKind.Chunked || _bodyWriter.IsMuted)
        {
            throw new InvalidOperationException("Only a chunked body has trailers.");
        }

        _buffer.Begin(output, HeadKind.Trailers);
        _buffer.Raw("0\r\n"u8);
        return new HttpHeadWriter(_buffer);
    }

    /// <summary>Writes a whole response without a body, such as the answer to a <see cref="HttpFault"/>.</summary>
    /// <inheritdoc cref="BeginResponse"/>
    public void WriteEmptyResponse(IBufferWriter<byte> output, int status)
    {
        var head = BeginResponse(output, status);
        head.End();
        EndResponse(output);
    }

    void IHeadOwner.Complete(HeadBuffer head)
    {
        if (head.Kind == HeadKind.Trailers || _status < 200)
        {
            CompleteInterim(head);
            return;
        }

        var (date, server) = (_options.SendsDate && !head.Written.Has(KnownHeader.Date), !head.Written.Has(KnownHeader.Server));
        var stamp = _options.Stamp;
        if (date && server)
        {
            head.Raw(stamp.DateAndServerAndEnd);
            return;
        }

        head.Raw(date ? stamp.Date : default);
        head.Raw(server ? stamp.ServerAndEnd : "\r\n"u8);
    }

    void IHeadOwner.Commit(HeadKind kind)
    {
        if (kind == HeadKind.Trailers)
        {
            _states.ServerDoes(HttpSignal.End);
            return;
        }

        _isWaitingForContinue &= _status is > 100 and < 200;
        _states.ServerDoes(_signal);
    }

    private void CompleteInterim(HeadBuffer head)
    {
        if (head.Kind == HeadKind.Response && _status == 101 && !head.Written.Has(KnownHeader.Upgrade))
        {
            throw new InvalidOperationException("101 must name the protocol in Upgrade (RFC 9110 §15.2.2).");
        }

        head.Raw("\r\n"u8);
    }

    private bool IsTunnel(int status) =>
        status is >= 200 and < 300 && ServerSide == HttpSide.SendResponse && _head.Method == KnownMethod.Connect;

    private HttpSignal SignalOf(int status) =>
        status == 101 || IsTunnel(status) ? HttpSignal.Switch : status < 200 ? HttpSignal.Informational : HttpSignal.Response;

    private void BeginInterim()
    {
        if (_head.MinorVersion == 0)
        {
            throw new InvalidOperationException("HTTP/1.0 knows no interim responses (RFC 9110 §15.2).");
        }

        if (_status == 101)
        {
            _buffer.Raw("Connection: upgrade\r\n"u8);
        }
    }

    private void BeginFinal(long? bodyLength)
    {
        // What could not be read as a request is answered as HTTP/1.1 to GET, or to HEAD if it began so, and is the last.
        var isAnswer = ServerSide == HttpSide.SendResponse;
        var isHttp11 = !isAnswer || _head.MinorVersion > 0;
        var isMuted = isAnswer ? _head.Method == KnownMethod.Head : _head.IsForHead;
        var framing = BodyFraming.ForResponse(_status, isHttp11, bodyLength);

        // A client that waits for 100 may send its body or not: what follows cannot be told from a request.
        if (!isAnswer || IsWaitingForContinue || framing.Kind == BodyKind.UntilClose)
        {
            _states.Last();
        }

        // RFC 9110 §8.6, RFC 9112 §6.1: 204 must not have such a field; 304 need not.
        if (_status is not (204 or 304))
        {
            framing.WriteField(_buffer);
        }

        if (!_states.KeepAlive)
        {
            _buffer.Raw("Connection: close\r\n"u8);
        }
        else if (!isHttp11)
        {
            _buffer.Raw("Connection: keep-alive\r\n"u8);
        }

        _bodyWriter.Begin(framing, isMuted);
    }

    private void MustBeWritingBody()
    {
        if (ServerSide != HttpSide.SendBody)
        {
            throw new InvalidOperationException($"There is no response whose body could be written: the server is at {ServerSide}.");
        }
    }
}
