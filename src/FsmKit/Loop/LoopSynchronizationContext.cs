namespace FsmKit;

/// <summary>
/// Continues <c>async</c> code on a loop's thread. Code that was started in an action, or under <see cref="Enter"/>, continues on the loop's thread
/// after each <c>await</c>, where it may touch gobjs. See <see cref="GAplic.SynchronizationContext"/>.
/// </summary>
/// <remarks>
/// Each continuation takes one entry in the loop's queue. Continuations do not count towards <see cref="GAplicOptions.PostCapacity"/>, because a lost
/// continuation would be a task that never ends; the number of tasks limits them. An exception that leaves an <c>async void</c> method or a callback
/// is logged, and the loop continues. A loop that does not run keeps its callbacks until it runs. A disposed loop drops them, so that a task that
/// waits for one never ends.
/// </remarks>
public sealed class LoopSynchronizationContext : SynchronizationContext
{
    private readonly GAplic _gaplic;

    internal LoopSynchronizationContext(GAplic gaplic) => _gaplic = gaplic;

    /// <summary>
    /// Makes this context the current one of the calling thread until the scope is disposed. While the loop runs, the context is current already. To
    /// start code before the loop runs: <c>using (gaplic.SynchronizationContext.Enter()) { _ = ServeAsync(); }</c>. The code up to the first
    /// <c>await</c> runs at once.
    /// </summary>
    /// <exception cref="GObjException">The loop runs in another thread.</exception>
    public Scope Enter()
    {
        _gaplic.RequireLoopThread(_gaplic);
        return new Scope(this);
    }

    /// <summary>Queues a callback for a later turn of the loop; never runs it at once. Thread-safe.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        _gaplic.PostCallback(new PostedCallback(d, state));
    }

    /// <summary>Runs a callback at once. Callable only on the loop's thread.</summary>
    /// <exception cref="NotSupportedException">The calling thread is not the loop's thread, and would have to wait for the loop.</exception>
    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        if (!_gaplic.IsLoopThread)
        {
            throw new NotSupportedException(
                $"A synchronous Send to {_gaplic} from thread {Environment.CurrentManagedThreadId}, which is not the loop's, would "
                + "block it until the loop is free. Use Post, and let the callback post or complete what you wait for.");
        }

        d(state);
    }

    /// <summary>Returns this context itself: it has no state of its own.</summary>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Scope in which the context is the current one of the thread. Its end restores the previous context.</summary>
    public readonly ref struct Scope : IDisposable
    {
        private readonly SynchronizationContext? _before;

        internal Scope(LoopSynchronizationContext context)
        {
            _before = Current;
            SetSynchronizationContext(context);
        }

        /// <summary>Ends the scope. Call it on the thread that began the scope.</summary>
        public void Dispose() => SetSynchronizationContext(_before);
    }
}
