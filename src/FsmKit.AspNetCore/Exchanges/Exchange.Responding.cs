using FsmKit.Http;

namespace FsmKit.AspNetCore;

/// <content>The loop's side of a response: from the parts that the application has flushed to the channel.</content>
internal abstract partial class Exchange
{
    /// <summary>Bytes that the loop hands to the connection before it waits until the system has taken them. More would only be copied.</summary>
    private const long MostInFlight = 64 * 1024;

    private long _inFlight;
    private bool _isHeadSent;
    private bool _isLeft;
    private volatile bool _isBroken;

    /// <summary>Has the loop visit this exchange. Callable from any thread.</summary>
    /// <param name="returns">Whether the calling thread returns from the application at once.</param>
    public void AskLoop(bool returns = false) => _server.Crossing.ToLoop(static exchange => ((Exchange)exchange!).Respond(), this, returns);

    /// <summary>Sends what the application has flushed. On the loop.</summary>
    public void Respond()
    {
        if (_isLeft || _upgrade is not null)
        {
            return;
        }

        var (wasPosted, isEnded, parts, length) = _body.Visit();
        try
        {
            if (_isBroken && !_response.IsOver && !_body.IsUnwanted && (!_isHeadSent || _inFlight > 0 || _body.HasParts))
            {
                SendRest();
                return;
            }
            else if (_isBroken)
            {
                Break();
            }
            else if (_response.IsOver || _body.IsUnwanted)
            {
                BreakOff();
            }
            else if (!wasPosted && (parts == 0 || !_isHeadSent))
            {
                // A visit that an earlier request of this exchange has asked for.
                return;
            }
            else if (_isHeadSent || !isEnded || parts > 1)
            {
                SendParts(isEnded, length);
            }
            else
            {
                SendWhole();
            }
        }
        catch (Exception x)
        {
            AspNetLog.CannotSend(_server.Pool.Logger, _head.Method, _head.Path, x);
            _request.Abort();
            _body.BeUnwanted();
        }

        if (isEnded && (_response.IsOver || !_body.HasParts))
        {
            LeaveLoop();
        }
    }

    /// <summary>Watches for the end of the connection, which lets a waiting flush go on. Callable from any thread.</summary>
    public void WatchEnd()
    {
        var watch = new EndWatch(this, _body.Generation);
        _request.Aborted.UnsafeRegister(static watch => ((EndWatch)watch!).TellExchange(), watch);
    }

    private void SendWhole()
    {
        WriteHead();
        _body.TryTake(out var bytes, out var count);
        try
        {
            _response.Send(bytes.AsSpan(0, count));
        }
        finally
        {
            _body.GiveBack(bytes ?? []);
        }
    }

    private void SendParts(bool isEnded, long length)
    {
        if (!_isHeadSent)
        {
            WriteHead();
            if (isEnded && _response.ContentLength is null && _trailers is not { Count: > 0 })
            {
                _response.ContentLength = length;
            }
        }

        while (true)
        {
            var before = _inFlight;
            TakeParts();
            if (_response.IsOver)
            {
                _body.BeUnwanted();
                return;
            }

            if (isEnded && !_body.HasParts)
            {
                AddTrailers();
                _response.Finish();
                return;
            }

            if ((_inFlight == before && before > 0) || !_response.TryFlush(_whenSent))
            {
                if (isEnded && _inFlight > before)
                {
                    WatchEnd();
                }

                return;
            }

            var wasLast = !_body.HasParts;
            TellSent();
            if (wasLast)
            {
                return;
            }
        }
    }

    /// <summary>Lets the application go on that has waited for the bytes in flight.</summary>
    private void TellSent()
    {
        var sent = _inFlight;
        _inFlight = 0;
        _body.NoteSent(sent);
    }

    private void TakeParts()
    {
        while (_inFlight < MostInFlight && !_response.IsOver && _body.TryTake(out var bytes, out var count))
        {
            _response.Write(bytes.AsSpan(0, count));
            _inFlight += count;
            _body.GiveBack(bytes);
        }
    }

    /// <summary>Sends the head and what was flushed before the application failed. The connection ends when the system has taken these bytes.</summary>
    private void SendRest()
    {
        if (_isHeadSent && !_body.HasParts)
        {
            return;
        }

        if (!_isHeadSent)
        {
            WriteHead();
        }

        TakeParts();
        _response.Flush(_whenSent);
        WatchEnd();
    }

    /// <summary>Resets the connection: only its end tells that the body is not whole.</summary>
    private void Break()
    {
        _request.Abort();
        _body.BeUnwanted();
    }

    /// <summary>Drops the rest of a response that its client no longer takes, and the connection if that is still there.</summary>
    private void BreakOff()
    {
        _body.BeUnwanted();
        if (!_response.IsOver)
        {
            _request.Abort();
        }
    }

    /// <summary>Notes that the response is done. The second of the two holders recycles the exchange.</summary>
    private void LeaveLoop()
    {
        _isLeft = true;
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            Recycle();
        }
    }

    private void NoteSent()
    {
        if (_isLeft)
        {
            return;
        }

        TellSent();
        if (_isBroken && !_body.HasParts)
        {
            Break();
            if (_body.IsEnded)
            {
                LeaveLoop();
            }

            return;
        }

        if (_body.HasParts || _body.IsPosted)
        {
            Respond();
        }
    }

    private void WriteHead()
    {
        _isHeadSent = true;
        _response.StatusCode = _statusCode;
        ResponseHeads.Write(_responseHeaders, _response);
        if (_isLast)
        {
            _response.CloseAfter();
        }

        if (_body.IsEnded || !_body.HasParts)
        {
            AddTrailers();
        }
    }

    /// <summary>Tells one request of an exchange, and none after it, that its client is gone.</summary>
    private sealed class EndWatch(Exchange exchange, int generation)
    {
        public void TellExchange()
        {
            exchange._body.BeUnwanted(generation);
            exchange.AskLoop();
        }
    }

    private void AddTrailers()
    {
        if (_trailers is { Count: > 0 } trailers)
        {
            foreach (var (name, values) in trailers)
            {
                foreach (var value in values)
                {
                    _response.Trailers.Add(name, value ?? "");
                }
            }

            trailers.Clear();
        }
    }
}
