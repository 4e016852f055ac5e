namespace FsmKit.Http;

/// <content>The response in progress, written through the gobj of its connection, as in GinsFSM.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Writes a part of the body of the response in progress (GinsFSM <c>channel.write</c>); see <see cref="HttpResponse.Write"/>.</summary>
    /// <exception cref="InvalidOperationException">No request waits for an answer.</exception>
    public void Write(ReadOnlySpan<byte> data) => Current.Write(data);

    /// <summary>Sends the bytes written so far (GinsFSM <c>channel.flush</c>); see <see cref="HttpResponse.Flush"/>.</summary>
    /// <inheritdoc cref="Write"/>
    public void Flush(Action? callback = null) => Current.Flush(callback);

    /// <summary>Ends the response in progress (GinsFSM <c>channel.finish</c>).</summary>
    /// <param name="response">The response to end, which must be the one in progress. Default null: the one in progress.</param>
    /// <exception cref="InvalidOperationException">No request waits for an answer, or the request in progress is another one.</exception>
    public void Finish(HttpResponse? response = null)
    {
        if (response is not null && response != Current)
        {
            throw new InvalidOperationException($"{this} is answering another request.");
        }

        Current.Finish();
    }

    private HttpResponse Current => IsAwaitingResponse ? Answering.Exchange.Response
        : throw new InvalidOperationException($"{this} has no request that waits for an answer.");
}
