namespace FsmKit;

/// <summary>A callback that was posted to a loop, in the shape it came in: nothing is wrapped, so posting allocates nothing.</summary>
/// <param name="Callback">An <see cref="Action"/>, an <c>Action&lt;object?&gt;</c>, or what a synchronization context takes.</param>
/// <param name="State">What it is called with.</param>
internal readonly record struct PostedCallback(Delegate Callback, object? State)
{
    /// <summary>Whom a stall is blamed on: the continuation of an <c>await</c> comes as the state of a delegate of the runtime's.</summary>
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
