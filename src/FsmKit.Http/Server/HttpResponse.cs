using System.Buffers;
using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>
/// The response to a request: sent whole by <see cref="Send(ReadOnlySpan{byte})"/>, or written piece by piece by <see cref="Write"/> and
/// ended by <see cref="Finish"/>. Used on the loop, or on the thread of its handler.
/// </summary>
/// <remarks>After GinsFSM's HttpResponse. Writing to a client that is gone is no error: the bytes are dropped.</remarks>
public sealed partial class HttpResponse
{
    /// <summary>Bytes of body that are collected to learn <c>Content-Length</c>; beyond them the response is chunked.</summary>
    private const int Collected = 16 * 1024;

    private readonly HttpExchange _exchange;
    private PooledBytes _body;
    private long? _length;

    internal HttpResponse(HttpExchange exchange)
    {
        _exchange = exchange;
        Headers = new HttpResponseHeaders(this);
    }

    /// <summary>The request that this response answers.</summary>
    public HttpRequest Request => _exchange.Request;

    /// <summary>
    /// The status code, 100 to 999. Default 200. A value below 200, and 200 to 299 in the answer to CONNECT, have no body and close the
    /// connection, because the client does not read further bytes as a response. <see cref="SendEarlyHints"/> and <see cref="Upgrade"/>
    /// send interim responses.
    /// </summary>
    /// <exception cref="InvalidOperationException">The head is sent, or the response is finished.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 100 or above 999.</exception>
    public int StatusCode
    {
        get;
        set
        {
            MustNotHaveStarted();
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 100);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 999);
            field = value;
        }
    } = 200;

    /// <summary>The field lines of the head. The server adds <c>Date</c>, <c>Server</c>, <c>Connection</c> and the framing fields.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>
    /// The length of the body in bytes. Null, the default, takes the length of the written body, or chunks when the body is sent before its
    /// end.
    /// </summary>
    /// <exception cref="InvalidOperationException">The head is sent, or the response is finished.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? ContentLength
    {
        get => _length;
        set
        {
            MustNotHaveStarted();
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            _length = value;
        }
    }

    /// <summary>Whether the head is sent or on its way, so that status and fields are fixed.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether nothing more can be written, because the response is finished or its client is gone.</summary>
    public bool IsOver => _exchange.States.IsOver;

    /// <summary>Sends the whole response with this body.</summary>
    /// <exception cref="InvalidOperationException">The response has started or is finished, or a part of its body is written already.</exception>
    public void Send(ReadOnlySpan<byte> body)
    {
        MustHaveNoBody();
        Give(body);
    }

    /// <summary>Sends the whole response with this status, <c>Content-Type</c> and body.</summary>
    /// <inheritdoc cref="Send(ReadOnlySpan{byte})"/>
    public void Send(int status, ReadOnlySpan<byte> contentType, ReadOnlySpan<byte> body)
    {
        StatusCode = status;
        Headers.Add(KnownHeader.ContentType, contentType);
        MustHaveNoBody();
        Give(body);
    }

    /// <summary>
    /// Writes a part of the body. The bytes are sent by <see cref="Flush"/>, by <see cref="Finish"/>, or when more than 16 KiB are written.
    /// A body without <see cref="ContentLength"/> that is sent before its end is chunked (for HTTP/1.0 it ends with the connection).
    /// </summary>
    /// <exception cref="InvalidOperationException">The response is finished, or its body gets longer than <see cref="ContentLength"/>.</exception>
    public void Write(ReadOnlySpan<byte> data)
    {
        MustNotBeFinished();
        if (_exchange.Output is { } pipe)
        {
            pipe.Put(data);
            return;
        }

        if (!HasStarted)
        {
            if (ContentLength is null && _body.Count + data.Length <= Collected)
            {
                _body.Add(data);
                return;
            }

            Start();
        }

        _exchange.Channel?.Send(new GHttpCliSrv.EvResponseData(this, data));
    }

    /// <summary>Sends the bytes written so far, after the head if that is not sent yet.</summary>
    /// <param name="callback">
    /// Called on the loop when all output has been handed to the operating system, which is the time to write more of a long body. Not
    /// called when the client is gone. Null: no call.
    /// </param>
    /// <exception cref="InvalidOperationException">The response is finished, or written through <see cref="BodyWriter"/>.</exception>
    public void Flush(Action? callback = null)
    {
        MustNotBeFinished();
        MustBeDirect();
        if (!HasStarted)
        {
            Start();
        }

        _exchange.Channel?.Send(new GHttpCliSrv.EvResponseFlush(callback));
    }

    /// <summary>
    /// Sends the bytes written so far, like <see cref="Flush"/>, and reports whether the operating system has taken all of them at once, so that a
    /// long body can go on without a callback.
    /// </summary>
    /// <param name="whenSent">Called as by <see cref="Flush"/>, unless the result is true.</param>
    /// <returns>
    /// True when no output waits. False when some does, when 64 KiB were sent at once and other connections have their turn, or when the client is
    /// gone.
    /// </returns>
    /// <exception cref="InvalidOperationException">The response is finished, or written through <see cref="BodyWriter"/>.</exception>
    public bool TryFlush(Action whenSent)
    {
        ArgumentNullException.ThrowIfNull(whenSent);
        Flush();
        return _exchange.Channel is { } channel && channel.IsSentOrTells(whenSent);
    }

    /// <summary>Ends the response and sends what is not sent yet.</summary>
    /// <exception cref="InvalidOperationException">The response is finished already.</exception>
    public void Finish()
    {
        MustNotBeFinished();
        if (_exchange.Output is { } pipe)
        {
            pipe.Complete();
        }
        else if (!HasStarted)
        {
            Give(_body.Span);
        }
        else
        {
            _exchange.Channel?.Send(new GHttpCliSrv.EvResponseEnd(this));
        }
    }

    /// <summary>Closes the connection after this response. A head that is not sent yet gets <c>Connection: close</c>.</summary>
    public void CloseAfter() => IsLast = true;

    /// <summary>Whether <see cref="CloseAfter"/> was called, by any thread.</summary>
    internal bool IsLast { get; private set; }

    /// <summary>Writes the head into the output.</summary>
    internal void WriteHead(OutputBuffer output, long? length)
    {
        if (IsLast)
        {
            _exchange.Protocol.CloseAfterResponse();
        }

        if (_coding is { } coding)
        {
            _exchange.Protocol.WriteCodedHead(output, StatusCode, coding, Headers.Lines, Headers.Names);
        }
        else
        {
            _exchange.Protocol.WriteHead(output, StatusCode, length, Headers.Lines, Headers.Names);
        }

        HasStarted = true;
        _exchange.Status = StatusCode;
    }

    internal ReadOnlySpan<byte> CollectedBody => _body.Span;

    /// <summary>Prepares the response for a new request. Changes made after the previous answer are discarded.</summary>
    internal void Begin()
    {
        Forget();
        (HasStarted, IsLast, _isEnded, _trailers, _coding, _ownRate) = (false, false, false, null, null, null);
        (StatusCode, ContentLength) = (200, null);
    }

    internal void Forget()
    {
        _body.Clear();
        Headers.Forget();
    }

    private void Give(ReadOnlySpan<byte> body)
    {
        if (_exchange.Output is { } pipe)
        {
            _length ??= HasTrailers ? null : body.Length;
            pipe.Put(body);
            pipe.Complete();
            return;
        }

        if (_exchange.Channel is { } channel && channel.Send(new EvHttpResponse(this, body)) is Outcome.Refused)
        {
            throw new InvalidOperationException($"{channel} does not wait for this response.");
        }
    }

    private void Start()
    {
        if (_body.Count > (ContentLength ?? long.MaxValue) || (_body.Count > 0 && StatusCode is < 200 or 204 or 205 or 304))
        {
            throw new InvalidOperationException($"{_body.Count} bytes are written of a body that has {ContentLength ?? 0} in a response {StatusCode}.");
        }

        _exchange.Channel?.Send(new GHttpCliSrv.EvResponseStart(this));
    }

    private void MustHaveNoBody()
    {
        MustNotHaveStarted();
        if (_body.Count > 0)
        {
            throw new InvalidOperationException("A part of the body is written already: go on with Write, and then Finish.");
        }
    }

    private void MustNotHaveStarted()
    {
        MustNotBeFinished();
        if (HasStarted)
        {
            throw new InvalidOperationException("The head of this response is sent already: it cannot be changed.");
        }
    }

    private void MustNotBeFinished()
    {
        // A handler that writes to a pipe cannot know yet that an error response was sent in its place: its output is dropped.
        if (IsEnded || (_exchange.States.IsAnswered && _exchange.Output is null))
        {
            throw new InvalidOperationException("This response is finished already, or came too late: a request has one answer.");
        }
    }
}
