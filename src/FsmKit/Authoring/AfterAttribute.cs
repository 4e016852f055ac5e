namespace FsmKit;

/// <summary>
/// Declares a state timeout. The timeout is armed when the state is entered and cancelled when the state is left; when due, it is handled like an
/// event. Transitions between states inside the state (<see cref="InsideAttribute"/>) do not affect its timeout.
/// </summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class AfterAttribute : Attribute
{
    /// <summary>Declares a timeout of a fixed length.</summary>
    /// <param name="milliseconds">Length in milliseconds, greater than zero.</param>
    /// <param name="action">Name of a method <c>void Ac()</c> to run; null runs nothing.</param>
    public AfterAttribute(int milliseconds, string? action = null) => (Milliseconds, Action) = (milliseconds, action);

    /// <summary>
    /// Declares a timeout whose length is read from a member of the gclass each time the state is entered. A length of zero or less starts
    /// no timeout.
    /// </summary>
    /// <param name="delay">The name of a field, property or parameterless method of type <see cref="TimeSpan"/>.</param>
    /// <param name="action">Name of a method <c>void Ac()</c> to run; null runs nothing.</param>
    public AfterAttribute(string delay, string? action = null) => (Delay, Action) = (delay, action);

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
