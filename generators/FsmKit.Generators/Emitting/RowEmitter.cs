using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes one method per row: leave, change the state, act, enter. The dispatcher ends in a call of it. The JIT inlines a small method and
/// makes the call of a large one a tail call, and a stack trace names the row. A row without steps around its action is written in the
/// dispatcher instead: a method would use up the inlining budget of the JIT.
/// </summary>
internal static class RowEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in plan.RowsAndChoices)
        {
            if ((row.Row.Input < 0 || row.Row.Answer.TakesEvent()) && !IsInPlace(plan, row) && written.Add(plan.Names.OfRow(row)))
            {
                EmitRow(writer, plan, row);
            }
        }
    }

    /// <summary>
    /// Whether the row is only a new state and an action that does not lead back. The row is excluded if rows follow it, or if it evaluates
    /// the length of a timeout of silence. In a gclass with other actions that lead back it is also excluded if a guard may lead back, or
    /// if code that changes the state meets steps around states.
    /// </summary>
    public static bool IsInPlace(MachinePlan plan, PlannedRow row) =>
        row.Row is { Answer: AnswerKind.On, LeadsBack: false } && !(row.Moves && (plan.HasLife || plan.Defers)) && !plan.Follows(row) && !AsksLength(plan, row)
        && (plan.Lane == Lane.Direct || !(plan.GuardsLeadBack(row.Row) || ((plan.HasLife || plan.Defers) && plan.ChangesState)));

    /// <summary>Returns the expression that runs a row. A row to a history selects the row for the leaf that was left last.</summary>
    public static string Call(MachinePlan plan, PlannedRow row)
    {
        if (row.Choices.Count == 0)
        {
            return CallOne(plan, row);
        }

        // The field holds the number of a leaf plus one; 0 before the first exit.
        var arms = row.Choices.Select(choice => (Pattern: Pattern(choice.First + 1, choice.Last + 1), Call: CallOne(plan, choice.Row)))
            .Append(("_", CallOne(plan, row))).Select(static arm => $"{arm.Item1} => {arm.Item2}");
        return $"({HistoryEmitter.Left(plan, plan.States[row.Row.Next].Parent)} switch {{ {string.Join(", ", arms)} }})";
    }

    private static string Pattern(int first, int last) => first == last ? $"{first}" : $">= {first} and <= {last}";

    private static string CallOne(MachinePlan plan, PlannedRow row)
    {
        var arguments = row.Row.Action switch
        {
            { Shape: CallShape.Event } => "in e",
            { Shape: CallShape.SourceAndEvent } => "in e, source",
            _ => "",
        };
        return $"{plan.Names.OfRow(row)}({arguments})";
    }

    private static void EmitRow(SourceWriter writer, MachinePlan plan, PlannedRow planned)
    {
        var row = planned.Row;
        var e = row.Input < 0 ? "" : plan.Inputs[row.Input].Type;
        var parameters = row.Action switch
        {
            { Shape: CallShape.Event } => $"in {e} e",
            { Shape: CallShape.SourceAndEvent } => $"in {e} e, {plan.Source}",
            _ => "",
        };
        writer.Line().Mark().Open($"{plan.Outcome} {plan.Names.OfRow(planned)}({parameters})");

        // A row that calls hand-written code can be re-entered. A row that follows another one runs inside the block of that one.
        var calls = row.Action is not null || (planned.Moves && (plan.HasLife || plan.Defers)) || plan.Follows(planned) || AsksLength(plan, planned);
        if (plan.Lane != Lane.Direct && calls && !row.IsFollowing)
        {
            writer.Line("base.EnsureStack();");
            if (plan.GuardsLeadBack(row))
            {
                writer.Open("if (base.IsDestroyed)").Line($"return {plan.Outcome}.Destroyed;").Close().Line();
            }
        }

        var waits = plan.Lane == Lane.Queued && calls && !row.IsFollowing;
        if (waits)
        {
            WaitingEmitter.Begin(writer, plan);
        }

        var notices = SnapshotEmitter.NoticesInside(plan) && calls && !row.IsFollowing;
        if (notices)
        {
            SnapshotEmitter.Begin(writer, plan);
        }

        LifeEmitter.EmitTransition(writer, plan, planned);
        if (notices)
        {
            SnapshotEmitter.End(writer, plan);
        }

        if (waits)
        {
            WaitingEmitter.End(writer);
        }

        writer.Close();
    }

    private static bool AsksLength(MachinePlan plan, PlannedRow row) => plan.SilencesOf(row).Any(site => !plan.Sites[site].Delay!.IsFixed);
}
