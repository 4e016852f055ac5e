namespace FsmKit.Net;

/// <content>Requests of application code, from any thread.</content>
public sealed partial class GRequester
{
    private readonly CallInbox _calls = new();

    /// <summary>
    /// Sends a request and returns its response. Callable from any thread, also from the loop's; the call never blocks. A response or a
    /// timeout ends the task only while the loop runs. An <c>await</c> continues in the synchronization context of its caller, or without
    /// one on a thread of the pool.
    /// </summary>
    /// <param name="request">
    /// The content of the request, without <see cref="Framing"/> and id. It must not change before the task has ended.
    /// </param>
    /// <param name="timeout">
    /// Longest time until the response, counted from the next turn of the loop. Default: zero, <see cref="Timeout"/>.
    /// </param>
    /// <param name="cancellation">
    /// Ends the task. A request that still waits is then never sent; the response to a request that was already sent is dropped.
    /// </param>
    /// <returns>The content of the response, in a new array.</returns>
    /// <exception cref="RequestException">The request gets no response; <see cref="RequestException.Reason"/> has the reason.</exception>
    /// <exception cref="ArgumentException">The framing cannot write the request.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public Task<byte[]> CallAsync(ReadOnlyMemory<byte> request, TimeSpan timeout = default, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<byte[]>(cancellation);
        }

        var call = new Call(request, timeout);
        if (!_calls.TryPut(call))
        {
            call.Fail(Exception(RequestFailure.Destroyed));
            return call.Task;
        }

        var posted = this.Post(new EvCall(call));
        if (posted == Outcome.Queued)
        {
            call.CancelWith(one => this.Post(new EvCallCanceled(one)), cancellation);
        }
        else if (_calls.TryTake(call))
        {
            call.Fail(Exception(posted == Outcome.Destroyed ? RequestFailure.Destroyed : RequestFailure.Refused));
        }

        return call.Task;
    }

    private void AcAddCall(in EvCall e) => TakeCall(e.Call);

    private void AcAddAndSendCall(in EvCall e)
    {
        TakeCall(e.Call);
        AcSendWaiting();
    }

    private void TakeCall(Call call)
    {
        if (!_calls.TryTake(call) || call.Task.IsCompleted)
        {
            return;
        }

        try
        {
            call.Request = Make(call.Data.Span);
        }
        catch (Exception x)
        {
            call.Fail(x);
            return;
        }

        Add(call.Request, null, 0, call, call.Timeout);
    }

    private void AcRefuseCall(in EvCall e)
    {
        if (_calls.TryTake(e.Call))
        {
            e.Call.Fail(Exception(RequestFailure.Refused));
        }
    }

    /// <summary>Forgets a cancelled call. Its request may have been used for another since.</summary>
    private void AcCancel(in EvCallCanceled e)
    {
        if (e.Call.Request is { } request && request.Call == e.Call)
        {
            Fail(request, RequestFailure.TimedOut);
        }
    }
}
