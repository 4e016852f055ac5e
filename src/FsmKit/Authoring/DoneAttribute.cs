namespace FsmKit;

/// <summary>
/// Declares a row for the completion of a state with states inside (SCXML <c>done.state</c>). The row is taken once, after a
/// <see cref="FinalAttribute"/> state directly inside has been entered and the events that the gobj had sent to itself by then have been
/// handled.
/// </summary>
/// <param name="action">Name of a method <c>void Ac()</c> to run; null runs nothing.</param>
/// <remarks>Several rows are tried in source order; the first whose guard returns true is taken.</remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class DoneAttribute(string? action = null) : Attribute
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
