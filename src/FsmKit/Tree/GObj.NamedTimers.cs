namespace FsmKit;

/// <content>Named timeouts, after the generic timeouts of gen_statem. Each event type is one timeout, independent of the state.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Starts a named timeout: after <paramref name="due"/> the loop sends the event to this gobj, once, with the gobj itself as the
    /// sender. A running timeout of the same event type is replaced, with its event and its time.
    /// </summary>
    /// <param name="due">
    /// Time until the event, zero or more. A fraction of a millisecond counts as a whole one. The event is never early. Zero delivers the event after
    /// everything that waits in the loop at the moment of the call, never inside the call.
    /// </param>
    /// <param name="e">The event, a declared input of the gclass, handled by the rows like any other event.</param>
    /// <typeparam name="TEvent">Type of the event. A gobj has at most one named timeout of each type.</typeparam>
    /// <remarks>
    /// Only the loop's thread may call. Restarting allocates nothing. An exception of the row is logged. On a destroyed gobj nothing is started;
    /// destruction cancels the timeouts of a gobj.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="due"/> is negative.</exception>
    /// <exception cref="GObjException">The gclass does not declare the event as an input.</exception>
    protected void StartTimer<TEvent>(TimeSpan due, in TEvent e)
        where TEvent : struct
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(due, TimeSpan.Zero);
        RequireLoopThread();
        (FindTimer<TEvent>() ?? MakeTimer<TEvent>()).Start(due, TimeSpan.Zero, in e);
    }

    /// <summary>
    /// Starts a periodic named timeout: the event comes after <paramref name="due"/> and then every <paramref name="period"/>, until the timeout is
    /// stopped or started again. The sequence does not drift. Periods that the loop missed are skipped.
    /// </summary>
    /// <param name="due">Time until the first event, zero or more.</param>
    /// <param name="period">Time between two events, greater than zero. A fraction of a millisecond counts as a whole one.</param>
    /// <param name="e">The event, the same each time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="due"/> is negative, or <paramref name="period"/> is not greater than zero.</exception>
    /// <exception cref="GObjException">The gclass does not declare the event as an input.</exception>
    protected void StartTimer<TEvent>(TimeSpan due, TimeSpan period, in TEvent e)
        where TEvent : struct
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(due, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        RequireLoopThread();
        (FindTimer<TEvent>() ?? MakeTimer<TEvent>()).Start(due, period, in e);
    }

    /// <summary>
    /// Stops the timeout that <c>StartTimer</c> has started for an event type. The event is not delivered, even if it is already due. Only
    /// the loop's thread may call.
    /// </summary>
    /// <returns>Whether the timeout was running; false inside the row of a timeout that was started without a period.</returns>
    protected bool StopTimer<TEvent>()
        where TEvent : struct
    {
        RequireLoopThread();
        return FindTimer<TEvent>() is { } timer && timer.Stop();
    }

    /// <summary>
    /// Returns the time until the timeout that <c>StartTimer</c> has started for an event type is due, by the loop's clock: zero if it is
    /// already due, null if none is running. Only the loop's thread may call.
    /// </summary>
    protected TimeSpan? TimeLeft<TEvent>()
        where TEvent : struct
    {
        RequireLoopThread();
        return FindTimer<TEvent>()?.Left;
    }

    /// <summary>
    /// Searches the list of the gobj's timers, which is short: the timers of its states, and one per event type that was ever started.
    /// </summary>
    private NamedTimer<TEvent>? FindTimer<TEvent>()
        where TEvent : struct
    {
        for (var timer = _timers; timer is not null; timer = timer.NextOfOwner)
        {
            if (timer.Named is NamedTimer<TEvent> named)
            {
                return named;
            }
        }

        return null;
    }

    private NamedTimer<TEvent> MakeTimer<TEvent>()
        where TEvent : struct => this is IAccept<TEvent> accepts
            ? new NamedTimer<TEvent>(this, accepts)
            : throw UndeclaredInput.Of<TEvent>(this, "its timeout could not be delivered", "AcDue");
}
