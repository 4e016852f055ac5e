namespace FsmKit;

/// <summary>
/// Declares a row without an event. The row is checked after each transition and after the start of the gobj. Rows of the innermost state are checked
/// first, in source order, and all of them again after each one that is taken.
/// </summary>
/// <param name="action">A method <c>void Ac()</c>; null runs nothing.</param>
/// <remarks>
/// A row without a guard must lead to another state. After 100 such rows in succession without an event in between, a fault is logged and the gobj
/// stays in its current state.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlwaysAttribute(string? action = null) : Attribute
{
    /// <summary>Name of the method to run; null runs nothing.</summary>
    public string? Action { get; } = action;

    /// <summary>State to go to, as in <see cref="OnAttribute{TEvent}.Next"/>. Default null: stay.</summary>
    public object? Next { get; set; }

    /// <summary>Whether the composite is left and entered too, as in <see cref="OnAttribute{TEvent}.Reenter"/>. Default false.</summary>
    public bool Reenter { get; set; }

    /// <summary>Name of a guard <c>bool G()</c>; null: no guard.</summary>
    public string? When { get; set; }
}
