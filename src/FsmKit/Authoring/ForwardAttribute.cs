namespace FsmKit;

/// <summary>
/// Declares a row that forwards its event: to another gobj or, without a target, to the subscribers of this gobj. Guards, row order, nested states
/// and the next state work as in <see cref="OnAttribute{TEvent}"/>.
/// </summary>
/// <typeparam name="TEvent">A declared input event.</typeparam>
/// <param name="to">
/// Name of a field or property whose type accepts the event (<see cref="IAccept{TEvent}"/>). Null: the event is published as an output event of this
/// gobj.
/// </param>
/// <remarks>
/// <para>The receiver sees this gobj as the sender. The event is forwarded at the point where an action would run: after the exit actions
/// and the change of the state, before the entry actions. A <c>ref struct</c> event is forwarded without a copy.</para>
/// <para>The outcome is the outcome of the target. A target that is null gives <see cref="Outcome.Refused"/> and a warning in the log. The transition
/// takes place whatever the outcome is. Publishing gives <see cref="Outcome.Handled"/>.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ForwardAttribute<TEvent>(string? to = null) : Attribute
    where TEvent : struct, allows ref struct
{
    /// <summary>Name of the field or property that holds the target; null: the event is published.</summary>
    public string? To { get; } = to;

    /// <summary>
    /// Name of a method of the gclass that creates the event to forward, with the parameters of an action: <c>TOther M()</c>,
    /// <c>TOther M(in TEvent e)</c> or <c>TOther M(GObj? source, in TEvent e)</c>. Default null: the event itself is forwarded.
    /// </summary>
    public string? Map { get; set; }

    /// <summary>State to go to, as in <see cref="OnAttribute{TEvent}.Next"/>. Default null: stay.</summary>
    public object? Next { get; set; }

    /// <summary>
    /// Whether a transition from this state to a state inside it also leaves and enters this state, as in
    /// <see cref="OnAttribute{TEvent}.Reenter"/>. Default false.
    /// </summary>
    public bool Reenter { get; set; }

    /// <summary>Name of a guard, as in <see cref="OnAttribute{TEvent}.When"/>. Default null: no guard.</summary>
    public string? When { get; set; }
}
