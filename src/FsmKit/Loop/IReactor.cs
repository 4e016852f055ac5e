namespace FsmKit;

/// <summary>Waits for ready sockets and other sources of a loop, and calls the owner of each ready source. Any thread can wake the reactor.</summary>
/// <remarks>
/// A reactor belongs to one loop. All members except <see cref="Wake"/> are called on the loop's thread. An exception of a handler must not leave
/// <see cref="Wait"/>: the reactor reports it to <see cref="Fault"/> and continues with the next handler.
/// </remarks>
public interface IReactor : IDisposable
{
    /// <summary>
    /// Delegate that receives the exception of a handler: the owner that was being served, and the exception. The loop sets this property.
    /// </summary>
    Action<object?, Exception>? Fault { get; set; }

    /// <summary>
    /// Waits until a source is ready, at most the given number of milliseconds, then serves the ready sources. 0 does not wait, -1 waits without limit.
    /// </summary>
    void Wait(int milliseconds);

    /// <summary>Ends the current <see cref="Wait"/>, or makes the next one return at once. Thread-safe, also after disposal.</summary>
    void Wake();
}
