namespace FsmKit;

/// <content>Members for gclasses with sockets or other sources of events.</content>
public sealed partial class GAplic
{
    /// <summary>
    /// Returns the reactor of the loop, the object with which the loop waits, as a <typeparamref name="T"/>. A loop that was created
    /// without a reactor waits for timers and posted events only; the first call gives it a new reactor, which the loop disposes. Call this
    /// method on the loop's thread.
    /// </summary>
    /// <param name="create">Creates the reactor, when the loop has none yet.</param>
    /// <exception cref="GObjException">The options of the loop have a reactor of another kind.</exception>
    public T RequireReactor<T>(Func<T> create)
        where T : class, IReactor
    {
        ArgumentNullException.ThrowIfNull(create);
        if (Reactor is TimerReactor)
        {
            ReplaceReactor(Options.SocketReactor?.Invoke() ?? create());
        }

        return Reactor as T ?? throw new GObjException(
            $"{this} sleeps on a {Reactor.GetType().Name}, which is no {typeof(T).Name}: give its options no reactor, or a {typeof(T).Name}.");
    }

    /// <summary>
    /// Reserves room for posted events of one type, so that posting them allocates nothing later. <see cref="GAplicOptions.PostCapacity"/> stays as it is.
    /// </summary>
    /// <param name="count">Number of events that may wait at the same time, in addition to those that wait now.</param>
    public void ReservePosts<TEvent>(int count)
        where TEvent : struct => Mailbox.Reserve<TEvent>(count);

    /// <summary>Replaces the reactor. Called on the loop's own thread, between two sleeps.</summary>
    private void ReplaceReactor(IReactor reactor)
    {
        var old = Reactor;
        Reactor = reactor;
        try
        {
            old.Dispose();
        }
        catch (Exception x)
        {
            ReportFault("the reactor", x);
        }
    }
}
