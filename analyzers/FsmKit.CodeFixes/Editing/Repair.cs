namespace FsmKit.CodeFixes.Editing;

/// <summary>One way to fix a diagnostic.</summary>
/// <param name="Key">Tells it apart from the other ways; the same for all diagnostics, so that they can be fixed at once.</param>
/// <param name="Title">What an editor offers.</param>
/// <param name="Find">Finds the edits; none means that this way does not apply, and then it is not offered.</param>
internal sealed record Repair(string Key, string Title, Func<FixSubject, IEnumerable<Edit>> Find)
{
    /// <summary>
    /// Whether it decides what the machine does. Only the author can decide that, place by place: such a repair is offered for one diagnostic
    /// at a time, never for all at once, so that no tool applies it without a question.
    /// </summary>
    public bool IsChoice { get; init; }

    public IReadOnlyList<Edit> EditsOf(FixSubject? subject) => subject is null ? [] : [.. Find(subject)];
}
