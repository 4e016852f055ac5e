namespace FsmKit;

/// <summary>
/// Brings the continuations of <c>async</c> code back to a loop: what was started in an action, or under <see cref="Enter"/>, goes on in the
/// loop's thread after each <c>await</c>, where it may touch gobjs. See <see cref="GAplic.SynchronizationContext"/>.
/// </summary>
/// <remarks>
/// A continuation costs one entry in the loop's queue. It does not count against <see cref="GAplicOptions.PostCapacity"/>, because a lost
/// one would be a task that never ends; the tasks bound them. An exception that leaves an <c>async void</c> method, or a callback, is
/// logged; the loop goes on. A loop that does not run keeps the callbacks until it does; one that is disposed drops them, so that a task
/// which waits then never ends.
/// </remarks>
public sealed class LoopSynchronizationContext : SynchronizationContext
{
    private readonly GAplic _gaplic;

    internal LoopSynchronizationContext(GAplic gaplic) => _gaplic = gaplic;

    /// <summary>
    /// Makes it the current one of this thread, until the scope is disposed. While the loop runs it is so already. Before it runs:
    /// <c>using (gaplic.SynchronizationContext.Enter()) { _ = ServeAsync(); }</c>. The code up to the first <c>await</c> runs at once.
    /// </summary>
    /// <exception cref="GObjException">The loop runs in another thread.</exception>
    public Scope Enter()
    {
        _gaplic.RequireLoopThread(_gaplic);
        return new Scope(this);
    }

    /// <summary>Runs a callback in a later cycle of the loop, never at once. Callable from any thread.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        _gaplic.PostCallback(new PostedCallback(d, state));
    }

    /// <summary>Runs a callback at once, in the loop's thread.</summary>
    /// <exception cref="NotSupportedException">This is another thread, which would have to wait for the loop.</exception>
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

    /// <summary>The context itself: it has nothing of its own that a copy could differ in.</summary>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>While it lasts, the context is the current one of the thread; then the one before it is again.</summary>
    public readonly ref struct Scope : IDisposable
    {
        private readonly SynchronizationContext? _before;

        internal Scope(LoopSynchronizationContext context)
        {
            _before = Current;
            SetSynchronizationContext(context);
        }

        /// <summary>Ends it, in the thread that began it.</summary>
        public void Dispose() => SetSynchronizationContext(_before);
    }
}
