namespace FsmKit.CodeFixes.Editing;

/// <summary>One way to fix a diagnostic.</summary>
/// <param name="Key">Key of this way, equal for all diagnostics, so that they can be fixed at once.</param>
/// <param name="Title">Title in an editor.</param>
/// <param name="Find">Finds the edits; without edits the repair does not apply and is not offered.</param>
internal sealed record Repair(string Key, string Title, Func<FixSubject, IEnumerable<Edit>> Find)
{
    /// <summary>
    /// Whether the repair decides the behaviour of the machine. Only the author can do so, place by place. Such a repair is offered for one
    /// diagnostic at a time, so that no tool applies it unasked.
    /// </summary>
    public bool IsChoice { get; init; }

    public IReadOnlyList<Edit> EditsOf(FixSubject? subject) => subject is null ? [] : [.. Find(subject)];
}
