using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using FsmKit.Http;
using Microsoft.AspNetCore.Http;
using HttpRequest = FsmKit.Http.HttpRequest;

namespace FsmKit.AspNetCore;

/// <summary>
/// The body of a request for the application. It limits the length, and translates failures of the connection into the exceptions that
/// ASP.NET Core knows.
/// </summary>
internal sealed class RequestBody(Exchange exchange) : PipeReader
{
    private PipeReader? _body;
    private HttpRequest? _request;
    private long? _length;
    private ReadOnlySequence<byte> _last;
    private long _consumed;

    /// <summary>The limit in bytes; null: none.</summary>
    public long? Limit { get; set; }

    /// <summary>Whether reading has begun, so that <see cref="Limit"/> is fixed.</summary>
    public bool HasBegun => _body is not null;

    public void Begin(HttpRequest request, long? length, bool hasBody, long? limit)
    {
        (_request, _length, _body, _last, _consumed, Limit) = (hasBody ? request : null, length, null, default, 0, limit);
        IsComplete = false;
    }

    /// <summary>Whether the application has read the body to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Reads the trailers of a complete body; empty when there are none or the client is gone.</summary>
    public HeaderDictionary ReadTrailers()
    {
        if (!IsComplete && _request is not null)
        {
            throw new InvalidOperationException("The request trailers are not available yet. They may not be available until the full request body is read.");
        }

        var trailers = new HeaderDictionary();
        try
        {
            foreach (var field in _request is null ? default : _request.Trailers)
            {
                trailers.Append(Encoding.ASCII.GetString(field.Name), Encoding.UTF8.GetString(field.Value));
            }
        }
        catch (InvalidOperationException)
        {
            // The client is gone.
        }

        return trailers;
    }

    public void Forget() => (_request, _body, _last) = (null, null, default);

    /// <summary>Reads. Failures are in the returned task, never in the call.</summary>
    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var read = Open().ReadAsync(cancellationToken);
            return read.IsCompletedSuccessfully ? new(Check(read.Result)) : Wait(read);
        }
        catch (HttpBodyException x)
        {
            return ValueTask.FromException<ReadResult>(Translate(x));
        }
        catch (BadHttpRequestException x)
        {
            return ValueTask.FromException<ReadResult>(x);
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        try
        {
            if (!Open().TryRead(out result))
            {
                return false;
            }
        }
        catch (HttpBodyException x)
        {
            throw Translate(x);
        }

        result = Check(result);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _consumed += _last.Slice(0, consumed).Length;
        _last = default;
        Open().AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => _body?.CancelPendingRead();

    /// <summary>Ends reading. The server drops the rest of the body. With an exception the response fails, if it has not started.</summary>
    public override void Complete(Exception? exception = null)
    {
        if (exception is not null && !exchange.HasStarted)
        {
            exchange.Report(exception);
        }

        _body?.Complete();
    }

    private PipeReader Open()
    {
        if (_body is null)
        {
            if (_length > Limit)
            {
                throw TooLarge();
            }

            try
            {
                _body = _request?.BodyReader ?? Create(ReadOnlySequence<byte>.Empty);
            }
            catch (InvalidOperationException x)
            {
                throw new BadHttpRequestException("The client is gone.", x);
            }
        }

        return _body;
    }

    private async ValueTask<ReadResult> Wait(ValueTask<ReadResult> read)
    {
        try
        {
            return Check(await read.ConfigureAwait(true));
        }
        catch (HttpBodyException x)
        {
            throw Translate(x);
        }
    }

    private ReadResult Check(ReadResult result)
    {
        _last = result.Buffer;
        IsComplete |= result.IsCompleted;
        return _consumed + _last.Length > Limit ? throw TooLarge() : result;
    }

    /// <summary>Has the connection end, instead of reading the rest of such a body, also when the application answers itself.</summary>
    private BadHttpRequestException TooLarge()
    {
        exchange.BeLast();
        return new($"Request body too large. The max request body size is {Limit} bytes.", StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>Translates a failure. One of the client's making is logged, also when the application handles it.</summary>
    private BadHttpRequestException Translate(HttpBodyException x)
    {
        var failure = new BadHttpRequestException(x.Message, x.Status == 0 ? StatusCodes.Status400BadRequest : x.Status, x);
        if (x.Status != 0)
        {
            exchange.LogBadRequest(failure);
        }

        return failure;
    }
}
