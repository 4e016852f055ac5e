using System.Buffers;
using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>The response to a request, written on the loop: whole with <see cref="Send(ReadOnlySpan{byte})"/>, or piece by piece.</summary>
/// <remarks>After GinsFSM's HttpResponse. A client that is gone is no error: what is written for it is thrown away.</remarks>
public sealed partial class HttpResponse
{
    /// <summary>So much of a body waits for its end before its length is given up and it goes out in chunks.</summary>
    private const int Collected = 16 * 1024;

    private readonly HttpExchange _exchange;
    private PooledBytes _body;
    private long? _length;

    internal HttpResponse(HttpExchange exchange)
    {
        _exchange = exchange;
        Headers = new HttpResponseHeaders(this);
    }

    /// <summary>What it answers.</summary>
    public HttpRequest Request => _exchange.Request;

    /// <summary>The status, 200 to 999.</summary>
    /// <exception cref="InvalidOperationException">The head is sent.</exception>
    public int StatusCode
    {
        get;
        set
        {
            MustNotHaveStarted();
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 200);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 999);
            field = value;
        }
    } = 200;

    /// <summary>The field lines; <c>Date</c>, <c>Server</c>, framing and <c>Connection</c> come by themselves.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>How long the body will be; null when that turns out.</summary>
    /// <exception cref="InvalidOperationException">The head is sent.</exception>
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

    /// <summary>Whether the head is sent, or on its way.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether nothing more can be written: it is finished, or its client is gone.</summary>
    public bool IsOver => _exchange.States.IsOver;

    /// <summary>Sends the whole response with this body.</summary>
    /// <exception cref="InvalidOperationException">It has started, or is over.</exception>
    public void Send(ReadOnlySpan<byte> body)
    {
        MustNotHaveStarted();
        if (_body.Count > 0)
        {
            throw new InvalidOperationException("Something of the body is written already: go on with Write, and then Finish.");
        }

        Give(body);
    }

    /// <summary>Sends the whole response: status, type and body.</summary>
    /// <inheritdoc cref="Send(ReadOnlySpan{byte})"/>
    public void Send(int status, ReadOnlySpan<byte> contentType, ReadOnlySpan<byte> body)
    {
        StatusCode = status;
        Headers.Add(KnownHeader.ContentType, contentType);
        Send(body);
    }

    /// <summary>
    /// Writes some of the body. It goes out with <see cref="Flush"/>, with <see cref="Finish"/>, or when much has been collected; a body whose
    /// length was not said and that does not end before is chunked.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is finished, or longer than <see cref="ContentLength"/>.</exception>
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

    /// <summary>Sends what was written, with the head if it is the first.</summary>
    /// <param name="callback">
    /// Called from the loop when all of it has been handed to the system: the time to write more of a long body. Not called when the client
    /// is gone.
    /// </param>
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

    /// <summary>Ends the response.</summary>
    /// <exception cref="InvalidOperationException">It is finished already.</exception>
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

    /// <summary>The connection ends after this response, which says so if its head is not sent.</summary>
    public void CloseAfter() => IsLast = true;

    /// <summary>Whether <see cref="CloseAfter"/> was called; by whichever thread.</summary>
    internal bool IsLast { get; private set; }

    /// <summary>Puts the head into the output.</summary>
    internal void WriteHead(OutputBuffer output, long? length)
    {
        if (IsLast)
        {
            _exchange.Protocol.CloseAfterResponse();
        }

        _exchange.Protocol.WriteHead(output, StatusCode, length, Headers.Lines, Headers.Names);
        HasStarted = true;
        _exchange.Status = StatusCode;
    }

    internal ReadOnlySpan<byte> CollectedBody => _body.Span;

    /// <summary>For a new request: nothing of what was said after the answer to the one before counts.</summary>
    internal void Begin()
    {
        Forget();
        (HasStarted, IsLast, _isEnded, _trailers) = (false, false, false, null);
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
        if (_body.Count > (ContentLength ?? long.MaxValue) || (_body.Count > 0 && StatusCode is 204 or 205 or 304))
        {
            throw new InvalidOperationException($"{_body.Count} bytes are written of a body that has {ContentLength ?? 0} in a response {StatusCode}.");
        }

        _exchange.Channel?.Send(new GHttpCliSrv.EvResponseStart(this));
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
        // A handler that writes to a pipe cannot know yet that it was answered for: what it writes is thrown away.
        if (IsEnded || (_exchange.States.IsAnswered && _exchange.Output is null))
        {
            throw new InvalidOperationException("This response is finished already, or came too late: a request has one answer.");
        }
    }
}
