namespace FsmKit;

/// <summary>
/// Declares an idle timeout. The timeout is armed when the state is entered, restarted by each event that is handled in the state, and cancelled when
/// the state is left. When due, it is handled like an event.
/// </summary>
/// <remarks>
/// An event restarts the timeout when a row <see cref="OnAttribute{TEvent}"/> or <see cref="ForwardAttribute{TEvent}"/> takes the event without
/// leaving the state. The row may belong to the state, to a state inside or to a surrounding one. The restart comes before the action of that row.
/// Ignored or refused events and other timeouts do not restart the timeout. After the timeout has expired, the next handled event or the next entry
/// arms it again.
/// </remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class IdleAttribute : Attribute
{
    /// <summary>Declares an idle timeout of a fixed length.</summary>
    /// <param name="milliseconds">Length in milliseconds, greater than zero.</param>
    /// <param name="action">Name of a method <c>void Ac()</c> to run; null runs nothing.</param>
    public IdleAttribute(int milliseconds, string? action = null) => (Milliseconds, Action) = (milliseconds, action);

    /// <summary>
    /// Declares an idle timeout whose length is read from a member of the gclass each time the timeout is armed. A length of zero or less
    /// starts no timeout, and cancels a running one.
    /// </summary>
    /// <param name="delay">The name of a field, property or parameterless method of type <see cref="TimeSpan"/>.</param>
    /// <param name="action">Name of a method <c>void Ac()</c> to run; null runs nothing.</param>
    public IdleAttribute(string delay, string? action = null) => (Delay, Action) = (delay, action);

    /// <summary>Length in milliseconds; 0 when <see cref="Delay"/> gives the length.</summary>
    public int Milliseconds { get; }

    /// <summary>Name of the member that gives the length; null when <see cref="Milliseconds"/> does.</summary>
    public string? Delay { get; }

    /// <summary>Name of the method to run; null runs nothing.</summary>
    public string? Action { get; }

    /// <summary>State to go to, as in <see cref="OnAttribute{TEvent}.Next"/>. Default null: stay.</summary>
    public object? Next { get; set; }

    /// <summary>
    /// Whether a transition from this state to a state inside it also leaves and enters this state, as in
    /// <see cref="OnAttribute{TEvent}.Reenter"/>. Default false.
    /// </summary>
    public bool Reenter { get; set; }

    /// <summary>Name of a guard <c>bool G()</c>. When the guard returns false, the timeout expires without effect. Default null: no guard.</summary>
    public string? When { get; set; }
}
