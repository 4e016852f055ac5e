namespace FsmKit;

/// <summary>
/// Declares a row of the table: in this state, the event runs an action and leads to a state. Several rows for one event are tried in
/// source order; the first whose guard returns true is taken. On a composite state (<see cref="InsideAttribute"/>), the row applies to
/// every state inside that has no matching row of its own; on the class, to every state without a matching row.
/// </summary>
/// <typeparam name="TEvent">A declared input event.</typeparam>
/// <param name="action">
/// Name of the method to run after the state has changed: <c>void Ac()</c>, <c>void Ac(in TEvent e)</c> or <c>void Ac(GObj? source, in TEvent e)</c>.
/// Null runs nothing.
/// </param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OnAttribute<TEvent>(string? action = null) : Attribute
    where TEvent : struct, allows ref struct
{
    /// <summary>Name of the method to run; null runs nothing.</summary>
    public string? Action { get; } = action;

    /// <summary>
    /// State to go to: a member of the <c>State</c> enum, or its name. In a generic gclass only the name is possible, written with
    /// <c>nameof</c>. Default null: the gobj stays in its state, without exit and entry actions. The state itself: the state is left and
    /// entered again. A state with states inside: its initial state is entered too.
    /// </summary>
    /// <remarks>
    /// A transition leaves all states up to the nearest state that contains both the state of the row and the new state, and enters all
    /// states from there to the new state (SCXML's transition domain). The nearest state itself is neither left nor entered.
    /// </remarks>
    public object? Next { get; set; }

    /// <summary>
    /// Whether a transition from a composite state (<see cref="InsideAttribute"/>) to a state inside also leaves and enters the composite
    /// state. Default false: the composite state is not left and its timeouts continue (a local transition).
    /// </summary>
    public bool Reenter { get; set; }

    /// <summary>
    /// Name of the guard: a method that returns <c>bool</c>, takes the same parameters as an action and has no side effects. Default null: no guard.
    /// </summary>
    public string? When { get; set; }
}
