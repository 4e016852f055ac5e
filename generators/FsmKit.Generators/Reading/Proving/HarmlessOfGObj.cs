namespace FsmKit.Generators.Reading.Proving;

/// <summary>The members of GObj that an action may use without leading back to the gobj.</summary>
internal static class HarmlessOfGObj
{
    /// <summary>The members, each with the reason that docs/run-to-completion.md shows.</summary>
    public static IReadOnlyList<(string Name, string Reason)> Members { get; } =
    [
        ("Name", "a field"),
        ("IsDestroyed", "a field"),
        ("Parent", "a field; uses of the parent are judged separately"),
        ("Post", "adds the event to the queue of the loop, which the loop reads after the action"),
        (KnownNames.StartTimer, "stores the event and a time, which the loop reads after the action"),
        (KnownNames.StopTimer, "removes the stored event and time"),
        (KnownNames.TimeLeft, "reads the stored time and the clock"),
        (KnownNames.StartUp, "empty in GObj; an override is judged separately"),
    ];

    public static HashSet<string> Names { get; } = new(Members.Select(static member => member.Name), StringComparer.Ordinal);
}
