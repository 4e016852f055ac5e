namespace FsmKit.Hosting;

/// <summary>Describes how a root gobj finishes its work before its loop stops. Without a description, and without <see cref="IDrain"/>, it just ends.</summary>
/// <typeparam name="T">The gclass.</typeparam>
public sealed class RootBuilder<T>
    where T : GObj
{
    internal RootBuilder(Func<IServiceProvider, T> make, string? name, Action<T, IServiceProvider>? configure, Naming naming) =>
        Step = new RootStep<T>(make, name, configure, naming);

    internal RootStep<T> Step { get; }

    /// <summary>Sends an event without data to the gobj, and waits until the gobj has published another one.</summary>
    /// <typeparam name="TStop">An input of the gclass that asks it to finish: <c>EvStopServing</c> of a <c>GHttpServer</c>.</typeparam>
    /// <typeparam name="TStopped">An output of the gclass that says the end: <c>EvHttpServerStopped</c>.</typeparam>
    /// <remarks>When the gobj refuses or ignores the event, there is nothing to wait for.</remarks>
    /// <exception cref="ArgumentException">The gclass does not declare these events.</exception>
    public RootBuilder<T> DrainWith<TStop, TStopped>()
        where TStop : struct
        where TStopped : struct => DrainWith<TStop, TStopped>(default);

    /// <summary>Sends an event to the gobj, and waits until the gobj has published another one.</summary>
    /// <typeparam name="TStop">An input of the gclass that asks it to finish.</typeparam>
    /// <typeparam name="TStopped">An output of the gclass that says the end.</typeparam>
    /// <param name="stop">The event that is sent.</param>
    /// <remarks>When the gobj refuses or ignores the event, there is nothing to wait for.</remarks>
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

    /// <summary>Runs a delegate, on the loop's thread, and waits for its task.</summary>
    /// <param name="drain">Finishes the work of the gobj. The token is cancelled when the time is over.</param>
    public RootBuilder<T> DrainWith(Func<T, CancellationToken, Task> drain)
    {
        ArgumentNullException.ThrowIfNull(drain);
        Step.Drains.Add(drain);
        return this;
    }
}
