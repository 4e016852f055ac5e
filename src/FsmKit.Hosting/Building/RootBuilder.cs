namespace FsmKit.Hosting;

/// <summary>
/// Describes how a gobj directly below the loop finishes its work before the loop stops. Without a description, and without
/// <see cref="IDrain"/>, the gobj is destroyed with the loop and gets no time to finish.
/// </summary>
/// <typeparam name="T">The gclass.</typeparam>
public sealed class RootBuilder<T>
    where T : GObj
{
    internal RootBuilder(Func<IServiceProvider, T> make, string? name, Action<T, IServiceProvider>? configure, Naming naming) =>
        Step = new RootStep<T>(make, name, configure, naming);

    internal RootStep<T> Step { get; }

    /// <summary>
    /// When the host stops, sends <typeparamref name="TStop"/> without data to the gobj, and waits until the gobj has published
    /// <typeparamref name="TStopped"/>.
    /// </summary>
    /// <typeparam name="TStop">Input event that asks the gobj to finish its work: <c>EvStopServing</c> of a <c>GHttpServer</c>.</typeparam>
    /// <typeparam name="TStopped">Output event that reports the end of the work: <c>EvHttpServerStopped</c>.</typeparam>
    /// <remarks>When the gobj refuses or ignores the event, the host does not wait for the gobj.</remarks>
    /// <exception cref="ArgumentException">The gclass does not declare these events.</exception>
    public RootBuilder<T> DrainWith<TStop, TStopped>()
        where TStop : struct
        where TStopped : struct => DrainWith<TStop, TStopped>(default);

    /// <summary>
    /// When the host stops, sends an event to the gobj, and waits until the gobj has published <typeparamref name="TStopped"/>.
    /// </summary>
    /// <typeparam name="TStop">Input event that asks the gobj to finish its work.</typeparam>
    /// <typeparam name="TStopped">Output event that reports the end of the work.</typeparam>
    /// <param name="stop">The event that is sent.</param>
    /// <remarks>When the gobj refuses or ignores the event, the host does not wait for the gobj.</remarks>
    /// <exception cref="ArgumentException">The gclass does not declare these events.</exception>
    public RootBuilder<T> DrainWith<TStop, TStopped>(TStop stop)
        where TStop : struct
        where TStopped : struct
    {
        if (!typeof(IAccept<TStop>).IsAssignableFrom(typeof(T)) || !typeof(IPublish<TStopped>).IsAssignableFrom(typeof(T)))
        {
            throw new ArgumentException(
                $"{typeof(T).Name} cannot be drained with {typeof(TStop).Name} and {typeof(TStopped).Name}: it has to declare "
                + $"[Input<{typeof(TStop).Name}>] and [Output<{typeof(TStopped).Name}>].", nameof(stop));
        }

        return DrainWith((gobj, cancellation) => EventDrain.RunAsync<TStop, TStopped>(gobj, stop, cancellation));
    }

    /// <summary>When the host stops, runs a delegate on the loop's thread and waits for its task.</summary>
    /// <param name="drain">
    /// Finishes the work of the gobj. The token is cancelled when the time for this is over (<see cref="LoopBuilder.DrainTimeout"/>, or the
    /// host's limit).
    /// </param>
    public RootBuilder<T> DrainWith(Func<T, CancellationToken, Task> drain)
    {
        ArgumentNullException.ThrowIfNull(drain);
        Step.Drains.Add(drain);
        return this;
    }
}
