namespace FsmKit;

/// <summary>
/// Waits for the sockets and similar objects of a loop and calls the owner of each one that is ready. Any thread can wake the reactor.
/// </summary>
/// <remarks>
/// A reactor belongs to one loop. All members except <see cref="Wake"/> are called on the loop's thread. An exception of an owner must not
/// leave <see cref="Wait"/>: the reactor reports it to <see cref="Fault"/> and continues with the next owner.
/// </remarks>
public interface IReactor : IDisposable
{
    /// <summary>
    /// Delegate that receives an exception of the owner of a ready socket: the owner and the exception. The loop sets this property.
    /// </summary>
    Action<object?, Exception>? Fault { get; set; }

    /// <summary>
    /// Waits until a socket or similar object is ready, at most the given number of milliseconds, then calls the owners of all that are
    /// ready. 0 does not wait, -1 waits without limit.
    /// </summary>
    void Wait(int milliseconds);

    /// <summary>Ends the current <see cref="Wait"/>, or makes the next one return at once. Thread-safe, also after disposal.</summary>
    void Wake();
}
