namespace FsmKit;

/// <summary>
/// A row that passes its event on: to another gobj, or, without a target, to this gobj's own subscribers. It is a row like <see cref="OnAttribute{TEvent}"/>
/// in all else: guards, order, states inside states, a next state.
/// </summary>
/// <typeparam name="TEvent">A declared input event.</typeparam>
/// <param name="to">
/// The name of a field or property whose type accepts the event (<see cref="IAccept{TEvent}"/>). Null = the event is published, as an output event of this
/// gobj.
/// </param>
/// <remarks>
/// <para>The receiver sees this gobj as the source. The event goes on where an action would run: after exit actions and the change of the state, before entry
/// actions. An event that borrows memory is lent on.</para>
/// <para>The outcome is what the target made of the event. A target that is null makes it <see cref="Outcome.Refused"/>, with a warning in the log. The
/// transition takes place whatever the outcome is. Of a published event the outcome is <see cref="Outcome.Handled"/>.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ForwardAttribute<TEvent>(string? to = null) : Attribute
    where TEvent : struct, allows ref struct
{
    /// <summary>The field or property that holds the target; null = published.</summary>
    public string? To { get; } = to;

    /// <summary>
    /// A method of the gclass that makes the event to pass on, with the parameters of an action: <c>TOther M()</c>, <c>TOther M(in TEvent e)</c> or
    /// <c>TOther M(GObj? source, in TEvent e)</c>. Null = the event itself goes on.
    /// </summary>
    public string? Map { get; set; }

    /// <summary>The state to go to, as in <see cref="OnAttribute{TEvent}.Next"/>.</summary>
    public object? Next { get; set; }

    /// <summary>As in <see cref="OnAttribute{TEvent}.Reenter"/>.</summary>
    public bool Reenter { get; set; }

    /// <summary>A guard, as in <see cref="OnAttribute{TEvent}.When"/>.</summary>
    public string? When { get; set; }
}
