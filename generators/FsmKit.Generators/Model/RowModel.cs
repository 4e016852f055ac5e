namespace FsmKit.Generators.Model;

/// <summary>What a row answers.</summary>
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

/// <summary>What the kinds of rows have in common.</summary>
internal static class AnswerKinds
{
    /// <summary>Whether it takes an event, so that something is done with it.</summary>
    public static bool TakesEvent(this AnswerKind answer) => answer is AnswerKind.On or AnswerKind.Forward;

    /// <summary>Whether it answers time, not an event.</summary>
    public static bool IsTimeout(this AnswerKind answer) => answer is AnswerKind.After or AnswerKind.Idle;
}

/// <summary>A row of the table as it is written.</summary>
/// <param name="Scope">Index of the state that it holds in and inside of, <see cref="GClass"/> when it holds in all.</param>
/// <param name="Input">Index of the input event; -1 without one.</param>
/// <param name="Answer">What it says.</param>
/// <param name="Action">What it calls, or null.</param>
/// <param name="Next">Index of the next state, or of a history; -1 to stay.</param>
/// <param name="Reenters">Whether a next state inside its scope leaves and enters the scope too.</param>
/// <param name="Guard">What it asks first, or null.</param>
/// <param name="Delay">The length of a timeout, or null.</param>
/// <param name="LeadsBack">Whether an event can come to the gobj while the action runs; false only when it is proved that none can.</param>
/// <param name="GuardLeadsBack">The same while the guard is asked.</param>
internal sealed record RowModel(
    int Scope, int Input, AnswerKind Answer, CallModel? Action, int Next, bool Reenters, CallModel? Guard, DelayModel? Delay, bool LeadsBack, bool GuardLeadsBack)
{
    /// <summary>The scope of a row on the class, which is around all states.</summary>
    public const int GClass = -1;

    /// <summary>Whether it answers time, not an event.</summary>
    public bool IsTimeout => Answer.IsTimeout();

    /// <summary>Whether it answers that a transition is through.</summary>
    public bool IsFollowing => Answer is AnswerKind.Always or AnswerKind.Done;
}
