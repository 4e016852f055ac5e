namespace FsmKit.Net;

/// <summary>A request of <see cref="GRequester.CallAsync"/>, which waits for its response. Its task may end on any thread.</summary>
internal sealed class Call(ReadOnlyMemory<byte> data, TimeSpan timeout)
{
    private readonly TaskCompletionSource<byte[]> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;

    public ReadOnlyMemory<byte> Data { get; } = data;

    public TimeSpan Timeout { get; } = timeout;

    public Task<byte[]> Task => _result.Task;

    /// <summary>The outstanding request; null before the loop has taken the call. Only the loop uses it.</summary>
    public Request? Request { get; set; }

    /// <summary>Ends the task as soon as the token is cancelled, and has the requester told.</summary>
    public void CancelWith(Action<Call> tell, CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            _registration = cancellation.UnsafeRegister(
                (_, token) =>
                {
                    if (_result.TrySetCanceled(token))
                    {
                        tell(this);
                    }
                },
                null);
        }
    }

    public void Succeed(ReadOnlySpan<byte> response)
    {
        _registration.Unregister();
        _result.TrySetResult(response.ToArray());
    }

    public void Fail(Exception exception)
    {
        _registration.Unregister();
        _result.TrySetException(exception);
    }
}
