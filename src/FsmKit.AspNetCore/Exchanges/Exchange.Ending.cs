using Microsoft.AspNetCore.Http;

namespace FsmKit.AspNetCore;

/// <content>Ends of the application, well or badly.</content>
internal abstract partial class Exchange
{
    private Exception? _reported;

    /// <summary>Checks the response of an application that has returned. Fixes its head.</summary>
    /// <returns>The mistake of the application; null for none.</returns>
    protected Exception? Finished()
    {
        try
        {
            if (!HasStarted)
            {
                Start();
            }

            CheckLength(isEnd: true);
            return _reported;
        }
        catch (InvalidOperationException x)
        {
            return x;
        }
    }

    /// <summary>Keeps a failure with which the application has completed a body. The response fails with the first one.</summary>
    public void Report(Exception failure) => _reported ??= failure;

    /// <summary>Throws when the head announces a body that its status does not allow (RFC 9110 §8.6, §15.3.6).</summary>
    private void CheckHead()
    {
        if (StatusCode is < 200 or 204 or 205 && _responseHeaders.Count > 0 && _responseHeaders.ContentLength is > 0)
        {
            throw new InvalidOperationException($"A response with status code {StatusCode} has no body: Content-Length must not be {_responseHeaders.ContentLength}.");
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

        if (written > 0 && StatusCode is 204 or 205 or 304)
        {
            throw new InvalidOperationException($"Writing to the response body is invalid for responses with status code {StatusCode}.");
        }

        if (_responseHeaders.Count > 0 && _responseHeaders.ContentLength is { } length && !HttpMethods.IsHead(_head.Method))
        {
            if (written > length)
            {
                throw new InvalidOperationException($"Response Content-Length mismatch: too many bytes written ({written} of {length}).");
            }

            if (isEnd && written < length && StatusCode is not (204 or 304))
            {
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

    private void LogFailure(Exception? failure)
    {
        switch (failure)
        {
            case null:
                break;
            case BadHttpRequestException bad:
                AspNetLog.BadRequest(_server.Pool.Logger, _connection.Id, bad.Message, bad);
                break;
            case OperationCanceledException when _response.IsOver:
                break;
            default:
                AspNetLog.ApplicationFailed(_server.Pool.Logger, _head.Method, _head.Path, failure);
                break;
        }
    }
}
