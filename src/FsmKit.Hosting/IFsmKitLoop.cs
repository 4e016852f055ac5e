namespace FsmKit.Hosting;

/// <summary>A loop of the host, for the rest of the application. All members are thread-safe.</summary>
/// <remarks>
/// Get it from <see cref="FsmKitLoops"/>, or as a service with the loop's name as its key: <c>[FromKeyedServices("front")] IFsmKitLoop loop</c>.
/// </remarks>
public interface IFsmKitLoop
{
    /// <summary>Name of the loop.</summary>
    string Name { get; }

    /// <summary>Condition of the loop.</summary>
    LoopStatus Status { get; }

    /// <summary>Number of restarts after crashes.</summary>
    int Restarts { get; }

    /// <summary>The exception of the last crash; null if the loop has not crashed.</summary>
    Exception? LastCrash { get; }

    /// <summary>
    /// The loop itself, the root of the tree; null before the start and after the end of the loop. After a restart it is another object.
    /// While the loop runs, use most of its members only on the loop's thread, inside
    /// <see cref="InvokeAsync{T}(Func{T}, CancellationToken)"/>.
    /// </summary>
    GAplic? Gaplic { get; }

    /// <summary>
    /// Returns a gobj directly below the loop. After a restart it is another object. Apart from posting events to it, use the gobj only on
    /// the loop's thread, inside <see cref="InvokeAsync{T}(Func{T}, CancellationToken)"/>.
    /// </summary>
    /// <typeparam name="T">The gclass, or an interface.</typeparam>
    /// <param name="name">Name of the gobj; null takes the first one of the type.</param>
    /// <exception cref="FsmKitLoopException">There is no such gobj, or the loop does not run.</exception>
    T Root<T>(string? name = null)
        where T : class;

    /// <summary>Posts an event to a gobj directly below the loop.</summary>
    /// <param name="root">Name of the gobj.</param>
    /// <param name="e">The event.</param>
    /// <returns>
    /// <see cref="Outcome.Queued"/>; <see cref="Outcome.Refused"/> when the queue of the loop is full, which is logged;
    /// <see cref="Outcome.Destroyed"/> while the loop does not run.
    /// </returns>
    /// <exception cref="FsmKitLoopException">The loop has no gobj of that name that accepts the event.</exception>
    Outcome Post<TEvent>(string root, in TEvent e)
        where TEvent : struct;

    /// <summary>
    /// Queues a callback for the next turn of the loop, on the loop's thread. While the loop does not run, the callback is dropped.
    /// </summary>
    void PostCallback(Action callback);

    /// <summary>Runs a delegate on the loop's thread, after the events that the caller has posted before.</summary>
    /// <param name="action">The delegate. Its exception is thrown to the caller of this method; the loop does not log it.</param>
    /// <param name="cancellation">Ends the wait of the caller; a delegate that has begun continues.</param>
    /// <exception cref="FsmKitLoopException">The loop does not run, or has ended before the delegate has finished.</exception>
    Task InvokeAsync(Action action, CancellationToken cancellation = default);

    /// <summary>Runs a delegate on the loop's thread and returns its result.</summary>
    /// <inheritdoc cref="InvokeAsync(Action, CancellationToken)"/>
    Task<T> InvokeAsync<T>(Func<T> function, CancellationToken cancellation = default);

    /// <summary>Runs an asynchronous delegate on the loop's thread, also after each of its awaits.</summary>
    /// <inheritdoc cref="InvokeAsync(Action, CancellationToken)"/>
    Task InvokeAsync(Func<Task> function, CancellationToken cancellation = default);

    /// <summary>Runs an asynchronous delegate on the loop's thread, also after each of its awaits, and returns its result.</summary>
    /// <inheritdoc cref="InvokeAsync(Action, CancellationToken)"/>
    Task<T> InvokeAsync<T>(Func<Task<T>> function, CancellationToken cancellation = default);
}
