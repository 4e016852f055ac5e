namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the history of composites: for each composite with a history, the number of the leaf that was left last, plus one. Shallow and
/// deep histories share this number.
/// </summary>
internal static class HistoryEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        var asked = Asked(plan).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        foreach (var state in asked)
        {
            // Nothing assigns the field of a composite that is never left.
            writer.Line().MarkField().Line($"int {Left(plan, state)} = 0;");
        }

        var arms = asked.Select(state => $"{state} => {Left(plan, state)}, ");
        writer.Line().Line("/// <inheritdoc/>").Mark().Line($"protected override int {KnownNames.LeftIn}(int state) => state switch {{ {string.Concat(arms)}_ => 0 }};");
    }

    /// <summary>Returns the composites whose last leaf is remembered.</summary>
    public static IEnumerable<int> Asked(MachinePlan plan) => Enumerable.Range(0, plan.States.Count).Where(state => IsAsked(plan, state));

    /// <summary>Returns the field with the last leaf of a composite; 0 for a history at the top.</summary>
    public static string Left(MachinePlan plan, int state) => state < 0 ? "0" : $"{plan.Prefix}Left{state}";

    /// <summary>Returns the statements that remember the leaf when a state is left.</summary>
    public static IEnumerable<string> Remembering(MachinePlan plan, int state) =>
        IsAsked(plan, state) ? [$"{Left(plan, state)} = ({plan.Leaf}) + 1;"] : [];

    /// <summary>Whether a transition leads to a history of the state.</summary>
    private static bool IsAsked(MachinePlan plan, int state) =>
        plan.States.Any(other => other.IsHistory && other.Parent == state)
        && (plan.ChangesState || plan.Rows.Any(row => row.Choices.Count > 0 && plan.States[row.Row.Next].Parent == state));
}
