namespace FsmKit.Testing.Replays;

/// <summary>Describes differences between a replay and its recording.</summary>
internal static class Explanation
{
    private const int MostLines = 8;

    /// <summary>Formats a target. The recorded gobj itself is ".".</summary>
    public static string Label(string target) => target.Length == 0 ? "." : target;

    public static string Time(TimeSpan at) => at.ToString(@"hh\:mm\:ss\.fff", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Formats an event with its data and its target.</summary>
    public static string Named(RecordedEntry entry) =>
        $"{(entry.Work is { } work ? $"{entry.Event}, the end of {work}," : entry.Event)}{(entry.Value is { } value ? $" {value.Json}" : "")}{(entry.Target.Length == 0 ? "" : $" to {entry.Target}")}";

    /// <summary>Describes the effect of an event. The outcome is included only if it differs.</summary>
    public static string Led(RecordedEntry entry, RecordedEntry other)
    {
        var state = entry.Before == entry.After ? $"stayed in {entry.After}" : $"led to {entry.After}";
        return entry.Outcome == other.Outcome && entry != other ? state : $"was {entry.Outcome.ToString().ToLowerInvariant()} and {state}";
    }

    public static string Fault(RecordedEntry entry) => entry.Fault is null ? "threw nothing" : $"threw {entry.Fault}";

    /// <summary>Describes the rows that answer an event in the state in which it came.</summary>
    public static string Rows(MachineDescription machine, RecordedEntry entry)
    {
        var leaf = Enumerable.Range(0, machine.States.Count).Where(state => machine.States[state].Name == entry.Before).DefaultIfEmpty(-1).First();
        if (leaf < 0)
        {
            return $" {machine.Name} has no state {entry.Before} any more.";
        }

        var around = machine.PathOf(leaf);
        var rows = machine.Rows.Where(row => row.Event == entry.Event.Split('#')[0] && (row.State < 0 || around.Contains(row.State))).Select(row => RowText(machine, row)).ToList();
        return rows.Count == 0 ? $" No row of {entry.Before} answers {entry.Event} now." : $" Now {entry.Before} has: {string.Join("; ", rows)}.";
    }

    /// <summary>Describes the changes of a table since the recording; an empty text without changes.</summary>
    public static string Changes(MachineDescription machine, Recording recording)
    {
        if (!recording.Tables.TryGetValue(machine.Name, out var then) || machine.ToReviewedTable() is var now && now == then)
        {
            return "";
        }

        var (before, after) = (Lines(then), Lines(now));
        var changes = before.Except(after).Select(static line => $"\n  - {line}").Concat(after.Except(before).Select(static line => $"\n  + {line}")).ToList();
        var more = changes.Count > MostLines ? $"\n  and {changes.Count - MostLines} more lines" : "";
        return $"\nThe table of {machine.Name} has changed since it was recorded:{string.Concat(changes.Take(MostLines))}{more}";
    }

    private static List<string> Lines(string table) => [.. table.Split('\n').Select(static line => string.Join(" | ", line.Trim('|', ' ', '\r').Split('|').Select(static cell => cell.Trim())))];

    private static string RowText(MachineDescription machine, RowDescription row) =>
        $"{row.Event}{(row.Guard is { } guard ? $" [{guard}]" : "")}{(row.Effect.Length > 0 ? $" / {row.Effect}" : "")}{(row.Next < 0 ? "" : $" -> {machine.States[row.Next].Name}")}";
}
