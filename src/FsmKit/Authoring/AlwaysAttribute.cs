namespace FsmKit;

/// <summary>
/// Declares a row without an event. The guard of the row is evaluated after the start of the gobj and after each row that has run, with or
/// without a change of state. The rows of the innermost state come first, in source order. After a row has been taken, all rows are
/// evaluated again.
/// </summary>
/// <param name="action">Name of a method <c>void Ac()</c> to run; null runs nothing.</param>
/// <remarks>
/// A row without a guard must lead to another state. After 100 rows without an event, one directly after another, an error is logged and
/// the gobj stays in its current state.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlwaysAttribute(string? action = null) : Attribute
{
    /// <summary>Name of the method to run; null runs nothing.</summary>
    public string? Action { get; } = action;

    /// <summary>State to go to, as in <see cref="OnAttribute{TEvent}.Next"/>. Default null: stay.</summary>
    public object? Next { get; set; }

    /// <summary>
    /// Whether a transition from this state to a state inside it also leaves and enters this state, as in
    /// <see cref="OnAttribute{TEvent}.Reenter"/>. Default false.
    /// </summary>
    public bool Reenter { get; set; }

    /// <summary>Name of a guard <c>bool G()</c>; null: no guard.</summary>
    public string? When { get; set; }
}
