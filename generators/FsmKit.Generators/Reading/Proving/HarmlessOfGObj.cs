namespace FsmKit.Generators.Reading.Proving;

/// <summary>The members of GObj that an action may use and still be seen to lead nowhere.</summary>
internal static class HarmlessOfGObj
{
    /// <summary>Each with its reason, as docs/run-to-completion.md shows them.</summary>
    public static IReadOnlyList<(string Name, string Reason)> Members { get; } =
    [
        ("Name", "a field"),
        ("IsDestroyed", "a field"),
        ("Parent", "a field; what is done with the parent is judged for itself"),
        ("Post", "puts the event into the loop's queue, which is looked at when the action is long through"),
        (KnownNames.StartTimer, "keeps the event and a time, which the loop looks at when the action is long through"),
        (KnownNames.StopTimer, "forgets them"),
        (KnownNames.TimeLeft, "reads them, and the clock"),
        (KnownNames.StartUp, "empty in GObj; an override is judged for itself"),
    ];

    public static HashSet<string> Names { get; } = new(Members.Select(static member => member.Name), StringComparer.Ordinal);
}
