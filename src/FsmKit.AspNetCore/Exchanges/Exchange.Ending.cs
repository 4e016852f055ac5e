using Microsoft.AspNetCore.Http;

namespace FsmKit.AspNetCore;

/// <content>Ends of the application, well or badly.</content>
internal abstract partial class Exchange
{
    /// <summary>Checks the response of an application that has returned. Fixes its head.</summary>
    /// <returns>The mistake of the application; null for none.</returns>
    protected Exception? Finished()
    {
        try
        {
            HasStarted = true;
            CheckLength(isEnd: true);
            return null;
        }
        catch (InvalidOperationException x)
        {
            return x;
        }
    }

    /// <summary>Throws when the body does not fit the status or the announced length.</summary>
    public void CheckLength(bool isEnd)
    {
        var written = _body.Written;
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
                BecomeError(failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
            }
        }

        _body.End(returns: true);
    }

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
