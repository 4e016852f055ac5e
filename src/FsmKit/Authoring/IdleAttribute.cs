namespace FsmKit;

/// <summary>
/// A timeout of silence: armed when the state is entered, armed anew by each event that is handled in the state, gone when the state is left. It is
/// handled like an event when it is due.
/// </summary>
/// <remarks>
/// An event is handled in the state where a row <see cref="OnAttribute{TEvent}"/> or <see cref="ForwardAttribute{TEvent}"/> takes the event, whether the row
/// stands on the state, inside or around it, and does not leave the state. The timeout is armed anew before the action of that row. What is ignored or refused,
/// and other timeouts, leave the silence as it is; once the timeout has come, the next handled event or entering arms it again.
/// </remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class IdleAttribute : Attribute
{
    /// <summary>A silence of a fixed length.</summary>
    /// <param name="milliseconds">Length in milliseconds, greater than zero.</param>
    /// <param name="action">A method <c>void Ac()</c>, or null.</param>
    public IdleAttribute(int milliseconds, string? action = null) => (Milliseconds, Action) = (milliseconds, action);

    /// <summary>
    /// A silence whose length a member of the gclass tells each time the timeout is armed; zero or less arms nothing, and ends the one that runs.
    /// </summary>
    /// <param name="delay">The name of a field, property or parameterless method of type <see cref="TimeSpan"/>.</param>
    /// <param name="action">A method <c>void Ac()</c>, or null.</param>
    public IdleAttribute(string delay, string? action = null) => (Delay, Action) = (delay, action);

    /// <summary>Length in milliseconds, or 0 when <see cref="Delay"/> tells it.</summary>
    public int Milliseconds { get; }

    /// <summary>The member that tells the length, or null.</summary>
    public string? Delay { get; }

    /// <summary>The method to run, or null.</summary>
    public string? Action { get; }

    /// <summary>The state to go to, as in <see cref="OnAttribute{TEvent}.Next"/>.</summary>
    public object? Next { get; set; }

    /// <summary>As in <see cref="OnAttribute{TEvent}.Reenter"/>.</summary>
    public bool Reenter { get; set; }

    /// <summary>A guard <c>bool G()</c>; when it does not hold, the timeout passes without effect.</summary>
    public string? When { get; set; }
}
