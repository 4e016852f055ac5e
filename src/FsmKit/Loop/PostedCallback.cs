namespace FsmKit;

/// <summary>Callback that was posted to a loop, in its original form. Nothing is wrapped, so posting allocates nothing.</summary>
/// <param name="Callback">An <see cref="Action"/>, an <c>Action&lt;object?&gt;</c> or a <see cref="SendOrPostCallback"/>.</param>
/// <param name="State">The argument of the callback.</param>
internal readonly record struct PostedCallback(Delegate Callback, object? State)
{
    /// <summary>
    /// Delegate that is named as the cause of a stall. The continuation of an <c>await</c> is the state of a delegate of the runtime.
    /// </summary>
    public Delegate Blamed => State as Delegate ?? Callback;

    public void Run()
    {
        switch (Callback)
        {
            case Action callback:
                callback();
                break;
            case SendOrPostCallback callback:
                callback(State);
                break;
            default:
                ((Action<object?>)Callback)(State);
                break;
        }
    }
}
