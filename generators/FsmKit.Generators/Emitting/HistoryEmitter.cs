namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes what a gobj remembers of composites that it has left: of each that has a history, the number of the leaf that was left last, plus one. A shallow
/// history asks the same number as a deep one.
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
            // A composite that is never left leaves it as it is.
            writer.Line().MarkField().Line($"int {Left(plan, state)} = 0;");
        }

        var arms = asked.Select(state => $"{state} => {Left(plan, state)}, ");
        writer.Line().Line("/// <inheritdoc/>").Mark().Line($"protected override int {KnownNames.LeftIn}(int state) => state switch {{ {string.Concat(arms)}_ => 0 }};");
    }

    /// <summary>The composites of which something is remembered.</summary>
    public static IEnumerable<int> Asked(MachinePlan plan) => Enumerable.Range(0, plan.States.Count).Where(state => IsAsked(plan, state));

    /// <summary>What is remembered of a composite; of a history that is inside none, nothing.</summary>
    public static string Left(MachinePlan plan, int state) => state < 0 ? "0" : $"{plan.Prefix}Left{state}";

    /// <summary>The statements that remember how a state is being left.</summary>
    public static IEnumerable<string> Remembering(MachinePlan plan, int state) =>
        IsAsked(plan, state) ? [$"{Left(plan, state)} = ({plan.Leaf}) + 1;"] : [];

    /// <summary>Whether anything leads to a history of the state.</summary>
    private static bool IsAsked(MachinePlan plan, int state) =>
        plan.States.Any(other => other.IsHistory && other.Parent == state)
        && (plan.ChangesState || plan.Rows.Any(row => row.Choices.Count > 0 && plan.States[row.Row.Next].Parent == state));
}
