using Microsoft.AspNetCore.Http;

namespace FsmKit.AspNetCore;

/// <content>Ends of the application, well or badly.</content>
internal abstract partial class Exchange
{
    private Exception? _reported;
    private bool _isBad;

    /// <summary>Checks the response of an application that has returned. Fixes its head.</summary>
    /// <returns>The mistake of the application; null for none.</returns>
    protected Exception? Finished()
    {
        if (_reported is not null)
        {
            return _reported;
        }

        try
        {
            if (!HasStarted)
            {
                Start();
            }

            CheckLength(isEnd: true);
            return null;
        }
        catch (InvalidOperationException x)
        {
            return x;
        }
    }

    /// <summary>
    /// Keeps a failure with which the application has completed a body. The response fails with the first one, and cannot start any more.
    /// </summary>
    public void Report(Exception failure) => _reported ??= failure;

    /// <summary>Whether the status has no body, not even an announced one: an interim one, 204, 205, and a success of CONNECT.</summary>
    private bool IsBodiless => StatusCode is < 200 or 204 or 205 || (StatusCode < 300 && HttpMethods.IsConnect(_head.Method));

    /// <summary>Throws when the head does not fit the request, or announces a body that its status does not allow (RFC 9110 §8.6, §15.3.6).</summary>
    private void CheckHead()
    {
        if (IsBodiless && _responseHeaders is { Count: > 0, ContentLength: > 0 })
        {
            throw new InvalidOperationException($"A response with status code {StatusCode} has no body: Content-Length must not be {_responseHeaders.ContentLength}.");
        }

        if (StatusCode < 200 && !_head.IsHttp11)
        {
            throw new InvalidOperationException($"HTTP/1.0 has no status code {StatusCode} (RFC 9110 §15.2).");
        }
    }

    /// <summary>
    /// Shows hosting, whose log and metrics read the status, what the client gets: 500, or that of a bad request, after a failure; 499, as in
    /// Kestrel, when the connection ends without a response.
    /// </summary>
    protected void ShowEnd(Exception? failure)
    {
        if (_upgrade is not null || _isHeadSent || (_body.IsFlushed && !IsInline) || _body.IsEnded)
        {
            return;
        }

        if (_response.IsOver || _body.IsUnwanted)
        {
            _statusCode = StatusCodes.Status499ClientClosedRequest;
        }
        else if (failure is not null)
        {
            BecomeError(StatusOf(failure));
        }
    }

    /// <summary>Throws when the body does not fit the status or the announced length.</summary>
    public void CheckLength(bool isEnd)
    {
        var written = _body.Written;
        if (written > 0 && !isEnd && _upgrade is not null)
        {
            throw new InvalidOperationException("The connection has been upgraded: write to the stream of UpgradeAsync, not to the response.");
        }

        if (written > 0 && (StatusCode == 304 || IsBodiless))
        {
            throw new InvalidOperationException($"Writing to the response body is invalid for responses with status code {StatusCode}.");
        }

        if (_responseHeaders is { Count: > 0, FramesBody: false, ContentLength: { } length } && !HttpMethods.IsHead(_head.Method))
        {
            if (written > length)
            {
                // As in Kestrel, a response that was to be longer is the last one of its connection, if nothing of it is sent.
                _isLast |= !_body.IsFlushed || IsInline;
                throw new InvalidOperationException($"Response Content-Length mismatch: too many bytes written ({written} of {length}).");
            }

            if (isEnd && written < length && StatusCode is not (204 or 304))
            {
                if (_request.Aborted.IsCancellationRequested)
                {
                    // No mistake: the client is gone, and the application has stopped for it.
                    _isBroken = true;
                    return;
                }

                throw new InvalidOperationException($"Response Content-Length mismatch: too few bytes written ({written} of {length}).");
            }
        }
    }

    /// <summary>Ends the response. After a failure the client gets status 500, or 400 to 499 for a bad request, or a reset when the head is sent.</summary>
    protected void Conclude(Exception? failure)
    {
        if (_upgrade is { } upgrade)
        {
            upgrade.Close(failure);
            LogFailure(failure);
            Leave();
            return;
        }

        if (failure is not null)
        {
            LogFailure(failure);
            if (_body.IsEnded)
            {
                // The application has completed the response before it failed.
                return;
            }

            _isBroken = _isHeadSent || (_body.IsFlushed && !IsInline);
            if (!_isBroken)
            {
                // As in Kestrel, a bad request is the last one of its connection.
                _isLast |= failure is BadHttpRequestException;
                BecomeError(StatusOf(failure));
            }
        }

        _body.End(returns: true);
    }

    private static int StatusOf(Exception failure) => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private void BecomeError(int status)
    {
        _body.Drop();
        _responseHeaders.IsReadOnly = false;
        _responseHeaders.Clear();
        _trailers?.Clear();
        _statusCode = status;
        _responseHeaders.ContentLength = null;
    }

    /// <summary>Logs the first bad request of this exchange.</summary>
    public void LogBadRequest(BadHttpRequestException bad)
    {
        if (!_isBad)
        {
            _isBad = true;
            AspNetLog.BadRequest(_server.Pool.Logger, _connection.Id, bad.Message, bad);
        }
    }

    private void LogFailure(Exception? failure)
    {
        switch (failure)
        {
            case null:
                break;
            case BadHttpRequestException bad:
                LogBadRequest(bad);
                break;
            case OperationCanceledException when _response.IsOver:
                break;
            default:
                AspNetLog.ApplicationFailed(_server.Pool.Logger, _head.Method, _head.Path, failure);
                break;
        }
    }
}
