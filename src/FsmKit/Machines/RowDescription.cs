namespace FsmKit;

/// <summary>A row of the table.</summary>
/// <param name="State">Index of the state that has it; -1 when it is on the class, and holds wherever no state has an answer.</param>
/// <param name="Event">Name of the event; for a timeout its length, as in <c>After(5000)</c>; <c>Always</c> or <c>Done</c> where there is no event.</param>
/// <param name="Answer">What it says about the event.</param>
/// <param name="Action">The action's name, or null.</param>
/// <param name="Next">Index of the next state, or -1 to stay.</param>
/// <param name="Guard">The guard's name, or null.</param>
public sealed record RowDescription(int State, string Event, Answer Answer, string? Action, int Next, string? Guard)
{
    /// <summary>Whether a next state inside the row's composite leaves and enters the composite too. Default false: a local transition.</summary>
    public bool Reenter { get; init; }

    /// <summary>The length of a timeout; null of all other rows.</summary>
    public DelayDescription? Delay { get; init; }

    /// <summary>The destination of a row that passes its event on; null of all other rows.</summary>
    public ForwardDescription? Forward { get; init; }

    /// <summary>Whether the row answers time.</summary>
    internal bool IsTimeout => Answer is Answer.After or Answer.Idle;

    /// <summary>Whether the row answers an input event.</summary>
    internal bool IsOfInput => !IsTimeout && Answer is not (Answer.Always or Answer.Done);

    /// <summary>What the row does: the name of the action, or the forward in words; null when it does nothing.</summary>
    internal string? Does => Action ?? Forward?.Text;

    /// <summary>What stands for the action: what the row does, or, of an answer that does nothing, the answer in parentheses.</summary>
    internal string Effect => Answer is Answer.Ignore or Answer.Refuse or Answer.Defer ? $"({Answer})" : Does ?? "";
}
