namespace FsmKit;

/// <summary>Description of a row of the table.</summary>
/// <param name="State">Index of the state of the row; -1 for a row of the class, which applies where no state has an answer.</param>
/// <param name="Event">
/// Name of the event. A timeout has its length instead, as in <c>After(5000)</c>; a row without an event has <c>Always</c> or <c>Done</c>.
/// </param>
/// <param name="Answer">Kind of the row.</param>
/// <param name="Action">Name of the action, or null.</param>
/// <param name="Next">Index of the next state; -1 to stay.</param>
/// <param name="Guard">Name of the guard, or null.</param>
public sealed record RowDescription(int State, string Event, Answer Answer, string? Action, int Next, string? Guard)
{
    /// <summary>
    /// Whether a transition to a state inside the row's state also leaves and enters the row's state. Default false: a local transition.
    /// </summary>
    public bool Reenter { get; init; }

    /// <summary>Length of the timeout; null for all other rows.</summary>
    public DelayDescription? Delay { get; init; }

    /// <summary>Destination of a row that forwards its event; null for all other rows.</summary>
    public ForwardDescription? Forward { get; init; }

    /// <summary>Whether the row is a timeout.</summary>
    internal bool IsTimeout => Answer is Answer.After or Answer.Idle;

    /// <summary>Whether the row answers an input event.</summary>
    internal bool IsOfInput => !IsTimeout && Answer is not (Answer.Always or Answer.Done);

    /// <summary>Effect of the row: the name of the action or the text of the forward; null when there is none.</summary>
    internal string? Does => Action ?? Forward?.Text;

    /// <summary>Text of the action column: the effect of the row or, for an answer without an effect, the answer in parentheses.</summary>
    internal string Effect => Answer is Answer.Ignore or Answer.Refuse or Answer.Defer ? $"({Answer})" : Does ?? "";
}
