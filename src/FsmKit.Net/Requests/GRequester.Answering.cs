namespace FsmKit.Net;

/// <content>Responses, timeouts and lost connections.</content>
public sealed partial class GRequester
{
    /// <summary>Posts the timeout of a request to the table.</summary>
    internal void Expire(Request request) => this.Send(new EvExpired(request));

    /// <summary>Whether a frame is a response that a request waits for, or has waited for.</summary>
    private bool IsExpected(in EvFrame e) => Ids is { } ids ? ids.TryRead(e.Data, out _, out _) : _sent.First is not null;

    private void AcAnswer(in EvFrame e)
    {
        Responses++;
        var data = e.Data;
        var request = _sent.First;
        if (Ids is { } ids)
        {
            ids.TryRead(e.Data, out var id, out data);
            _byId.TryGetValue(id, out request);
        }

        if (request is null || request.List != _sent || request.IsAbandoned)
        {
            LateResponses++;
            if (request is { IsAbandoned: true })
            {
                Release(request);
            }

            return;
        }

        var (asker, tag, call) = (request.Asker, request.Tag, request.Call);
        Release(request);
        if (call is not null)
        {
            call.Succeed(data);
        }
        else
        {
            Send((IAccept<EvResponse>)asker!, new EvResponse(this, tag, data));
        }
    }

    private void AcDropUnexpected(in EvFrame e)
    {
        RequestLog.Unexpected(Gaplic.Logger, this, e.Data.Length);
        Send(Connex, new EvDrop());
    }

    /// <summary>Fails a request whose time is over. A sent one keeps its place among the responses that come in order.</summary>
    private void AcExpire(in EvExpired e)
    {
        var request = e.Request;
        TimedOutRequests++;
        var isSilent = request.List == _sent && request.ResponsesBefore == Responses;
        Fail(request, RequestFailure.TimedOut);
        if (isSilent && Connex.IsConnected)
        {
            // The peer has answered nothing since the request was sent: the connection may be dead.
            RequestLog.Silent(Gaplic.Logger, this);
            Send(Connex, new EvDrop());
        }
    }

    private void AcLose()
    {
        for (var request = _sent.First; request is not null;)
        {
            var next = request.Next;
            if (request.IsAbandoned)
            {
                Release(request);
            }

            request = next;
        }

        if (WhenLost == LostRequests.Resend)
        {
            _sent.MoveBefore(_waiting);
        }
        else
        {
            FailAll(_sent, RequestFailure.ConnectionLost);
        }

        Connex.Want(_waiting.Count > 0);
    }

    private void FailAll(NodeList<Request> list, RequestFailure reason)
    {
        while (list.First is { } request)
        {
            var (asker, tag, call) = (request.Asker, request.Tag, request.Call);
            Release(request);
            Report(asker, tag, call, reason);
        }
    }

    private void Fail(Request request, RequestFailure reason)
    {
        var (asker, tag, call) = (request.Asker, request.Tag, request.Call);
        if (request.List == _sent && Ids is null)
        {
            request.Abandon();
        }
        else
        {
            Release(request);
        }

        Report(asker, tag, call, reason);
    }

    private void Report(GObj? asker, long tag, Call? call, RequestFailure reason)
    {
        call?.Fail(Exception(reason));
        if (asker is not { IsDestroyed: false })
        {
            return;
        }

        try
        {
            Send((IAccept<EvRequestFailed>)asker, new EvRequestFailed(this, tag, reason));
        }
        catch (Exception x)
        {
            // The other requests are not concerned.
            Gaplic.ReportFault(asker, x);
        }
    }

    /// <summary>Ends a request and keeps the object for another.</summary>
    private void Release(Request request)
    {
        request.List?.Remove(request);
        request.Abandon();
        _byId.Remove(request.Id);
        _unused.Push(request);
        if (_waiting.Count + _sent.Count == 0 && !IsDestroyed)
        {
            Connex.Want(false);
        }
    }

    private RequestException Exception(RequestFailure reason) => new(reason, ToString());
}
