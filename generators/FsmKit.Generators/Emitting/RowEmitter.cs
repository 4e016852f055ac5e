using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes one method per row: leave, change the state, act, enter. The dispatcher ends in a call of it, so that it is inlined when it is
/// small and a tail call when it is not, and so that a stack trace names the row. A row with nothing around its action is written where it
/// is dispatched instead: a method for it would only use up what the JIT is willing to inline.
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
    /// Whether the row is no more than a new state and an action that leads nowhere. In a gclass whose other actions lead back, nothing but a
    /// guard that may be one of those, and a state changed inside the action, speak against it; so does asking for the length of a silence, and that
    /// something follows the row.
    /// </summary>
    public static bool IsInPlace(MachinePlan plan, PlannedRow row) =>
        row.Row is { Answer: AnswerKind.On, LeadsBack: false } && !(row.Moves && (plan.HasLife || plan.Defers)) && !plan.Follows(row) && !AsksLength(plan, row)
        && (plan.Lane == Lane.Direct || !(plan.GuardsLeadBack(row.Row) || ((plan.HasLife || plan.Defers) && plan.ChangesState)));

    /// <summary>The expression that runs a row; of one that leads to a history, the row for what was left last.</summary>
    public static string Call(MachinePlan plan, PlannedRow row)
    {
        if (row.Choices.Count == 0)
        {
            return CallOne(plan, row);
        }

        // What is remembered is the number of a leaf plus one, 0 is nothing.
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

        // Whatever calls hand-written code can lead back here. A row that follows another one is inside that one's block.
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
