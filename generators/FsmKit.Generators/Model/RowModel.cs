namespace FsmKit.Generators.Model;

/// <summary>Kind of a row.</summary>
internal enum AnswerKind
{
    On,
    Ignore,
    Refuse,
    Defer,
    After,
    Idle,
    Always,
    Done,
    Forward,
}

/// <summary>Groups of kinds of rows.</summary>
internal static class AnswerKinds
{
    /// <summary>Whether a row of this kind handles an event.</summary>
    public static bool TakesEvent(this AnswerKind answer) => answer is AnswerKind.On or AnswerKind.Forward;

    /// <summary>Whether a row of this kind is a timeout.</summary>
    public static bool IsTimeout(this AnswerKind answer) => answer is AnswerKind.After or AnswerKind.Idle;
}

/// <summary>Row of the table as written.</summary>
/// <param name="Scope">Index of the state that the row belongs to; <see cref="GClass"/> for a row of the class.</param>
/// <param name="Input">Index of the input event; -1 without one.</param>
/// <param name="Answer">Kind of the row.</param>
/// <param name="Action">The action; null without one.</param>
/// <param name="Next">Index of the next state or history; -1 to stay.</param>
/// <param name="Reenters">Whether a transition to a state inside the scope also leaves and enters the scope.</param>
/// <param name="Guard">The guard; null without one.</param>
/// <param name="Delay">The length of a timeout; null for other rows.</param>
/// <param name="LeadsBack">Whether an event can come to the gobj while the action runs. False only when it is proved that none can.</param>
/// <param name="GuardLeadsBack">Whether an event can come to the gobj while the guard is evaluated.</param>
internal sealed record RowModel(
    int Scope, int Input, AnswerKind Answer, CallModel? Action, int Next, bool Reenters, CallModel? Guard, DelayModel? Delay, bool LeadsBack, bool GuardLeadsBack)
{
    /// <summary>Scope of a row of the class, which holds in all states.</summary>
    public const int GClass = -1;

    /// <summary>Whether the row is a timeout.</summary>
    public bool IsTimeout => Answer.IsTimeout();

    /// <summary>Whether the row follows a transition without an event.</summary>
    public bool IsFollowing => Answer is AnswerKind.Always or AnswerKind.Done;
}
