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
        foreach (var row in plan.Rows)
        {
            if (row.Row.Answer is AnswerKind.On or AnswerKind.After && !IsInPlace(plan, row.Row) && written.Add(plan.Names.OfRow(row)))
            {
                EmitRow(writer, plan, row);
            }
        }
    }

    /// <summary>
    /// Whether the row is no more than a new state and an action that leads nowhere. In a gclass whose other actions lead back, nothing but a
    /// guard that may be one of those, and a state changed inside the action, speak against it.
    /// </summary>
    public static bool IsInPlace(MachinePlan plan, RowModel row) =>
        row is { Answer: AnswerKind.On, LeadsBack: false } && (row.Next < 0 || !plan.HasLife)
        && (plan.Lane == Lane.Direct || !(plan.GuardsLeadBack(row) || (plan.HasLife && plan.ChangesState)));

    public static string Call(MachinePlan plan, PlannedRow row)
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
        var e = row.IsTimeout ? "" : plan.Inputs[row.Input].Type;
        var parameters = row.Action switch
        {
            { Shape: CallShape.Event } => $"in {e} e",
            { Shape: CallShape.SourceAndEvent } => $"in {e} e, {plan.Source}",
            _ => "",
        };
        writer.Line().Mark().Open($"{plan.Outcome} {plan.Names.OfRow(planned)}({parameters})");

        // Whatever calls hand-written code can lead back here.
        var calls = row.Action is not null || (row.Next >= 0 && plan.HasLife);
        if (plan.Lane != Lane.Direct && calls)
        {
            writer.Line("base.EnsureStack();");
            if (plan.GuardsLeadBack(row))
            {
                writer.Open("if (base.IsDestroyed)").Line($"return {plan.Outcome}.Destroyed;").Close().Line();
            }
        }

        var waits = plan.Lane == Lane.Queued && calls;
        if (waits)
        {
            WaitingEmitter.Begin(writer, plan);
        }

        LifeEmitter.EmitTransition(writer, plan, planned);
        if (waits)
        {
            WaitingEmitter.End(writer);
        }

        writer.Close();
    }
}
