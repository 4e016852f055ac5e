namespace FsmKit;

/// <summary>
/// A state timeout: armed when the state is entered, gone when it is left, handled like an event when it is due. That of a composite runs on while
/// states inside come and go.
/// </summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class AfterAttribute : Attribute
{
    /// <summary>A timeout of a fixed length.</summary>
    /// <param name="milliseconds">Length in milliseconds, greater than zero.</param>
    /// <param name="action">A method <c>void Ac()</c>, or null.</param>
    public AfterAttribute(int milliseconds, string? action = null) => (Milliseconds, Action) = (milliseconds, action);

    /// <summary>A timeout whose length a member of the gclass tells each time the state is entered; zero or less arms nothing.</summary>
    /// <param name="delay">The name of a field, property or parameterless method of type <see cref="TimeSpan"/>.</param>
    /// <param name="action">A method <c>void Ac()</c>, or null.</param>
    public AfterAttribute(string delay, string? action = null) => (Delay, Action) = (delay, action);

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
