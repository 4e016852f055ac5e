namespace FsmKit;

/// <content>
/// Named timeouts: events that a gobj asks its loop for. After the generic timeouts of gen_statem: each event type is a timeout of its own, whatever
/// the state.
/// </content>
public abstract partial class GObj
{
    /// <summary>
    /// Starts a named timeout: after <paramref name="due"/> the gobj gets the event from its loop, once, with itself as the source. A timeout of the
    /// same event type that runs already is replaced, event and time.
    /// </summary>
    /// <param name="due">
    /// How long, never early; parts of a millisecond count as a whole one. Zero comes after everything that waits for the loop at the moment of the call,
    /// never inside the call.
    /// </param>
    /// <param name="e">The event, a declared input of the gclass. The event goes through the rows like any other.</param>
    /// <typeparam name="TEvent">The event type. A gobj has at most one timeout of each.</typeparam>
    /// <remarks>
    /// Only the loop's thread may call. Starting again allocates nothing. An exception of the row is in the log. On a destroyed gobj nothing starts, and a
    /// gobj that is destroyed loses its timeouts.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="due"/> is negative.</exception>
    /// <exception cref="GObjException">The event is no input of the gclass.</exception>
    protected void StartTimer<TEvent>(TimeSpan due, in TEvent e)
        where TEvent : struct
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(due, TimeSpan.Zero);
        RequireLoopThread();
        (FindTimer<TEvent>() ?? MakeTimer<TEvent>()).Start(due, TimeSpan.Zero, in e);
    }

    /// <summary>
    /// The same, again and again: after <paramref name="due"/> and then each <paramref name="period"/>, until the timeout is stopped or started anew. The
    /// sequence does not drift. Periods that the loop slept through are left out.
    /// </summary>
    /// <param name="due">How long until the first time, zero or more.</param>
    /// <param name="period">Greater than zero; parts of a millisecond count as a whole one.</param>
    /// <param name="e">The event, the same each time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="due"/> is negative, or <paramref name="period"/> is not greater than zero.</exception>
    /// <exception cref="GObjException">The event is no input of the gclass.</exception>
    protected void StartTimer<TEvent>(TimeSpan due, TimeSpan period, in TEvent e)
        where TEvent : struct
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(due, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        RequireLoopThread();
        (FindTimer<TEvent>() ?? MakeTimer<TEvent>()).Start(due, period, in e);
    }

    /// <summary>Stops the named timeout of an event type: the event is not delivered, also when it is due already. Only the loop's thread may call.</summary>
    /// <returns>Whether the timeout was running; false inside the row of one that came once.</returns>
    protected bool StopTimer<TEvent>()
        where TEvent : struct
    {
        RequireLoopThread();
        return FindTimer<TEvent>() is { } timer && timer.Stop();
    }

    /// <summary>
    /// Tells how long it is until the named timeout of an event type is due, by the loop's clock: zero when it is due already, null when none runs. Only the
    /// loop's thread may ask.
    /// </summary>
    protected TimeSpan? TimeLeft<TEvent>()
        where TEvent : struct
    {
        RequireLoopThread();
        return FindTimer<TEvent>()?.Left;
    }

    /// <summary>The few timers of a gobj are gone through: those of its states, and one per event type that was ever started.</summary>
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
