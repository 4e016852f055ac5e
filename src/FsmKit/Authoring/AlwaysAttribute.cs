namespace FsmKit;

/// <summary>
/// A row without an event: it is asked each time that a transition is through, and when the gobj has started, those of the innermost state first, in source order; and again
/// after each one that is taken.
/// </summary>
/// <param name="action">A method <c>void Ac()</c>; null runs nothing.</param>
/// <remarks>
/// Without a guard it has to lead to another state. A hundred in a row, without an event in between, are a fault in the log; the gobj then stays where it is.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlwaysAttribute(string? action = null) : Attribute
{
    /// <summary>The method to run, or null.</summary>
    public string? Action { get; } = action;

    /// <summary>The state to go to, as in <see cref="OnAttribute{TEvent}.Next"/>.</summary>
    public object? Next { get; set; }

    /// <summary>As in <see cref="OnAttribute{TEvent}.Reenter"/>.</summary>
    public bool Reenter { get; set; }

    /// <summary>A guard <c>bool G()</c>, or null.</summary>
    public string? When { get; set; }
}
