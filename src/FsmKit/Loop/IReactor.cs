namespace FsmKit;

/// <summary>
/// What a <c>GAplic</c> sleeps on: waits until something is ready, hands each ready thing to its owner, and can be woken from any thread.
/// </summary>
/// <remarks>
/// One reactor belongs to one loop; everything but <see cref="Wake"/> is called from the loop's thread.
/// A handler that throws must not leave <see cref="Wait"/>: the reactor reports it to <see cref="Fault"/> and goes on with the next one.
/// </remarks>
public interface IReactor : IDisposable
{
    /// <summary>Where the exception of a handler goes: the owner that was being served, and what it threw.</summary>
    Action<object?, Exception>? Fault { get; set; }

    /// <summary>Waits at most so many milliseconds (0 = only look, -1 = until something happens), then serves what is ready.</summary>
    void Wait(int milliseconds);

    /// <summary>
    /// Ends a <see cref="Wait"/> that is going on, or makes the next one return at once. Callable from any thread, also after the end.
    /// </summary>
    void Wake();
}
