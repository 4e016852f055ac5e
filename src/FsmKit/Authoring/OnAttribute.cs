namespace FsmKit;

/// <summary>
/// A row of the table: in this state, this event runs an action and leads to a state. Several rows for one event are tried in order;
/// the first whose guard holds wins. On a composite (<see cref="InsideAttribute"/>) the row holds in every state inside where no row of its own takes the
/// event; on the class, in every state.
/// </summary>
/// <typeparam name="TEvent">A declared input event.</typeparam>
/// <param name="action">The method to run after the state has changed: <c>void Ac()</c>, <c>void Ac(in TEvent e)</c> or
/// <c>void Ac(GObj? source, in TEvent e)</c>; null runs nothing.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OnAttribute<TEvent>(string? action = null) : Attribute
    where TEvent : struct, allows ref struct
{
    /// <summary>The method to run, or null.</summary>
    public string? Action { get; } = action;

    /// <summary>
    /// The state to go to: a member of the <c>State</c> enum, or its name (in a generic gclass <c>nameof</c> is the only way).
    /// Absent = stay, without exit and entry actions; the state itself = leave it and enter it again; a composite = the state that is entered with it.
    /// </summary>
    /// <remarks>A transition leaves and enters everything up to the nearest state that contains both ends (SCXML's transition domain).</remarks>
    public object? Next { get; set; }

    /// <summary>
    /// Whether a transition of a composite to a state inside leaves and enters the composite too. Default false: then the composite stays as it is, with its
    /// timeouts (a local transition).
    /// </summary>
    public bool Reenter { get; set; }

    /// <summary>The guard, a method that returns <c>bool</c> with the same parameters as an action and no side effects.</summary>
    public string? When { get; set; }
}
