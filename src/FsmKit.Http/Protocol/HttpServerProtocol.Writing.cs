using System.Buffers;

namespace FsmKit.Http;

// Responses in, bytes out.
public sealed partial class HttpServerProtocol : IHeadOwner
{
    private readonly HeadBuffer _buffer;
    private int _status;
    private HttpSignal _signal;
    private BodyWriter _bodyWriter;

    /// <summary>Begins a response. <see cref="HttpHeadWriter.End"/> of the returned writer puts the head into the output.</summary>
    /// <param name="output">The output that receives the bytes.</param>
    /// <param name="status">
    /// The status code, 100 to 999. An interim response (1xx) leaves the final one to be written. 101, and a 2xx to CONNECT, end HTTP on
    /// the connection.
    /// </param>
    /// <param name="bodyLength">
    /// The length of the body in bytes, default 0. Null for an unknown length: the body is chunked, or ends with the connection for
    /// HTTP/1.0. Ignored for statuses without a body (1xx, 204, 205, 304). The answer to HEAD announces the length and sends no body.
    /// </param>
    /// <exception cref="InvalidOperationException">The response has begun, or the connection has ended. Or the status is an interim one,
    /// and there is no request or the client uses HTTP/1.0 (RFC 9110 §15.2). Or the status is 101, and the client has not offered a
    /// protocol or not finished its request.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The status is below 100 or above 999, or the length is negative.</exception>
    public HttpHeadWriter BeginResponse(IBufferWriter<byte> output, int status, long? bodyLength = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 999);
        ArgumentOutOfRangeException.ThrowIfNegative(bodyLength ?? 0, nameof(bodyLength));
        BeginHead(output, status, SignalOf(status));
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

    /// <summary>Writes 100 Continue for a client that waits for it before it sends its body (RFC 9110 §10.1.1).</summary>
    /// <returns>False when nothing was written: the client does not wait, the response has begun, or the announced body is longer than
    /// <see cref="MaxBodyBytes"/>.</returns>
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

    /// <summary>Writes a part of the body. Writes nothing for the answer to HEAD.</summary>
    /// <exception cref="InvalidOperationException">No head was written, the status has no body, or the body would get longer than
    /// announced. The call then writes nothing.</exception>
    public void WriteBody(IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(output);
        MustBeWritingBody();
        _bodyWriter.Write(output, data);
    }

    /// <summary>Whether <see cref="PassBody"/> can count the body, as it is sent without chunk framing and has an announced length.</summary>
    internal bool PassesBody => _bodyWriter.Kind == BodyKind.Length;

    /// <summary>Counts a part of the body that the caller sends itself; see <see cref="PassesBody"/>.</summary>
    /// <returns>False when the part must not be sent, in the answer to HEAD.</returns>
    internal bool PassBody(int length)
    {
        MustBeWritingBody();
        return _bodyWriter.Pass(length);
    }

    /// <summary>Ends the response.</summary>
    /// <returns>False when the body is shorter than announced. The caller must then close the connection, so that the client notices.</returns>
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

    /// <summary>Whether the response announces a body and sends none, as in the answer to HEAD.</summary>
    internal bool IsMuted => _bodyWriter.IsMuted;

    /// <summary>Whether the end of the connection marks the end of the body in progress.</summary>
    internal bool EndsWithConnection => ServerSide == HttpSide.SendBody && _bodyWriter.Kind == BodyKind.UntilClose;

    /// <summary>Whether the body in progress may end with trailers.</summary>
    internal bool TakesTrailers => ServerSide == HttpSide.SendBody && _bodyWriter is { Kind: BodyKind.Chunked, IsMuted: false, IsCoded: false };

    /// <summary>
    /// Begins the trailers behind a chunked body (RFC 9112 §7.1.2). <see cref="HttpHeadWriter.End"/> of the returned writer ends the
    /// response.
    /// </summary>
    /// <exception cref="InvalidOperationException">No chunked body is being written.</exception>
    public HttpHeadWriter BeginTrailers(IBufferWriter<byte> output)
    {
        MustBeWritingBody();
        if (_bodyWriter is not { Kind: BodyKind.Chunked, IsMuted: false, IsCoded: false })
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
        if (head.Kind == HeadKind.Trailers || (_status < 200 && _signal != HttpSignal.Response))
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

    private void BeginHead(IBufferWriter<byte> output, int status, HttpSignal signal)
    {
        (_status, _signal) = (status, signal);
        if (!_states.ServerMay(signal))
        {
            throw new InvalidOperationException($"No response {status} while the client is at {ClientSide} and the server at {ServerSide}.");
        }

        _buffer.Begin(output, HeadKind.Response);
        StatusLines.Write(_buffer, status);
    }

    private bool IsTunnel(int status) =>
        status is >= 200 and < 300 && ServerSide == HttpSide.SendResponse && _head.Method == KnownMethod.Connect;

    private HttpSignal SignalOf(int status) =>
        status == 101 || IsTunnel(status) ? HttpSignal.Switch : status < 200 ? HttpSignal.Informational : HttpSignal.Response;

    private void BeginInterim()
    {
        MustKnowInterim();
        if (_status == 101)
        {
            _buffer.Raw("Connection: upgrade\r\n"u8);
        }
    }

    private void MustKnowInterim()
    {
        if (_head.MinorVersion == 0)
        {
            throw new InvalidOperationException("HTTP/1.0 knows no interim responses (RFC 9110 §15.2).");
        }
    }

    private void BeginFinal(long? bodyLength)
    {
        // Input that is no valid request is answered like a GET in HTTP/1.1, or a HEAD if it began so. The connection closes after that.
        var isAnswer = ServerSide == HttpSide.SendResponse;
        var isHttp11 = !isAnswer || _head.MinorVersion > 0;
        var isMuted = isAnswer ? _head.Method == KnownMethod.Head : _head.IsForHead;
        var framing = BodyFraming.ForResponse(_status, isHttp11, bodyLength);

        // A client that waits for 100 may send its body or not, so the next bytes could be a body or a request (RFC 9110 §10.1.1).
        if (!isAnswer || IsWaitingForContinue || framing.Kind == BodyKind.UntilClose)
        {
            _states.Last();
        }

        // RFC 9110 §8.6, RFC 9112 §6.1: 204 must not have such a field; 304 need not.
        if (_status is not (204 or 304))
        {
            framing.WriteField(_buffer);
        }

        WritePersistence(isHttp11);
        _bodyWriter.Begin(framing, isMuted);
    }

    private void WritePersistence(bool isHttp11)
    {
        if (!_states.KeepAlive)
        {
            _buffer.Raw("Connection: close\r\n"u8);
        }
        else if (!isHttp11)
        {
            _buffer.Raw("Connection: keep-alive\r\n"u8);
        }
    }

    private void MustBeWritingBody()
    {
        if (ServerSide != HttpSide.SendBody)
        {
            throw new InvalidOperationException($"There is no response whose body could be written: the server is at {ServerSide}.");
        }
    }
}
