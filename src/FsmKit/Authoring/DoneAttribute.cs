namespace FsmKit;

/// <summary>
/// A row of a composite for its completion: it is taken once, when a <see cref="FinalAttribute"/> state directly inside has been entered and what the gobj had
/// sent to itself by then has been handled (SCXML <c>done.state</c>).
/// </summary>
/// <param name="action">A method <c>void Ac()</c>; null runs nothing.</param>
/// <remarks>Several are tried in order; the first whose guard holds wins.</remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class DoneAttribute(string? action = null) : Attribute
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
