namespace FsmKit.Generators.Model;

/// <summary>What a row answers.</summary>
internal enum AnswerKind
{
    On,
    Ignore,
    Refuse,
    After,
}

/// <summary>A row of the table, for one state.</summary>
/// <param name="State">Index of the state.</param>
/// <param name="Input">Index of the input event; of a timeout nothing.</param>
/// <param name="Answer">What it says.</param>
/// <param name="Action">What it calls, or null.</param>
/// <param name="Next">Index of the next state, -1 to stay.</param>
/// <param name="Guard">What it asks first, or null.</param>
/// <param name="Delay">The length of a timeout, or null.</param>
/// <param name="LeadsBack">Whether an event can come to the gobj while the action runs; false only when it is proved that none can.</param>
/// <param name="GuardLeadsBack">The same while the guard is asked.</param>
internal sealed record RowModel(
    int State, int Input, AnswerKind Answer, CallModel? Action, int Next, CallModel? Guard, DelayModel? Delay, bool LeadsBack, bool GuardLeadsBack)
{
    /// <summary>Whether it answers time, not an event.</summary>
    public bool IsTimeout => Answer == AnswerKind.After;
}
