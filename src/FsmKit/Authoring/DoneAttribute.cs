namespace FsmKit;

/// <summary>
/// Declares a row for the completion of a composite (SCXML <c>done.state</c>). The row is taken once, after a <see cref="FinalAttribute"/> state
/// directly inside the composite has been entered and the events that the gobj had sent to itself by then have been handled.
/// </summary>
/// <param name="action">A method <c>void Ac()</c>; null runs nothing.</param>
/// <remarks>Several rows are tried in source order; the first whose guard returns true is taken.</remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class DoneAttribute(string? action = null) : Attribute
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
