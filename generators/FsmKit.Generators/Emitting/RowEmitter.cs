using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes one method per row: leave, change the state, act, enter. The dispatcher ends in a call of it, so that it is inlined when it is
/// small and a tail call when it is not, and so that a stack trace names the row. A row with nothing around its action is written where it
/// is dispatched instead: a method for it would only use up what the JIT is willing to inline.
/// </summary>
internal static class RowEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < model.Rows.Count; row++)
        {
            if (model.Rows[row].Answer is AnswerKind.On or AnswerKind.After && !IsInPlace(model, model.Rows[row]) && written.Add(Name(model, row)))
            {
                EmitRow(writer, model, row);
            }
        }
    }

    /// <summary>
    /// Whether the row is no more than a new state and an action that leads nowhere. In a gclass whose other actions lead back, nothing but a
    /// guard that may be one of those, and a state changed inside the action, speak against it.
    /// </summary>
    public static bool IsInPlace(MachineModel model, RowModel row) =>
        row is { Answer: AnswerKind.On, LeadsBack: false } && (row.Next < 0 || !model.HasLife)
        && (model.Lane == Lane.Direct || !(GuardEmitter.LeadsBack(model, row.Input) || (model.HasLife && model.ChangesState)));

    public static string Call(MachineModel model, int row)
    {
        var arguments = model.Rows[row].Action switch
        {
            { Shape: CallShape.Event } => "in e",
            { Shape: CallShape.SourceAndEvent } => "in e, source",
            _ => "",
        };
        return $"{Name(model, row)}({arguments})";
    }

    /// <summary>Rows that do the same from different states are one method, unless leaving those states differs.</summary>
    private static string Name(MachineModel model, int index)
    {
        var row = model.Rows[index];
        var first = index;
        for (var other = 0; other < index; other++)
        {
            var candidate = model.Rows[other];
            if (candidate.Input == row.Input && row.Input >= 0 && Equals(candidate.Action, row.Action) && candidate.Next == row.Next
                && candidate.Answer == row.Answer && (row.Next < 0 || Leaving(model, row.State) == Leaving(model, candidate.State)))
            {
                first = other;
                break;
            }
        }

        var from = model.Rows[first];
        var e = from.Input < 0 ? "After" : model.Inputs[from.Input].Identifier;
        return $"{model.Prefix}Row{first}_{model.States[from.State].Name.TrimStart('@')}_{e}";
    }

    private static string Leaving(MachineModel model, int state) => string.Join(";", LifeEmitter.Leaving(model, state, ""));

    private static void EmitRow(SourceWriter writer, MachineModel model, int index)
    {
        var row = model.Rows[index];
        var e = row.Input < 0 ? "" : model.Inputs[row.Input].Type;
        var parameters = row.Action switch
        {
            { Shape: CallShape.Event } => $"in {e} e",
            { Shape: CallShape.SourceAndEvent } => $"in {e} e, global::FsmKit.GObj? source",
            _ => "",
        };
        writer.Line().Mark().Open($"private global::FsmKit.Outcome {Name(model, index)}({parameters})");

        // Whatever calls hand-written code can lead back here.
        var calls = row.Action is not null || (row.Next >= 0 && model.HasLife);
        if (model.Lane != Lane.Direct && calls)
        {
            writer.Line("base.EnsureStack();");
            if (GuardEmitter.LeadsBack(model, row.Input))
            {
                writer.Open("if (base.IsDestroyed)").Line("return global::FsmKit.Outcome.Destroyed;").Close().Line();
            }
        }

        var waits = model.Lane == Lane.Queued && calls;
        if (waits)
        {
            WaitingEmitter.Begin(writer);
        }

        LifeEmitter.EmitTransition(writer, model, row);
        if (waits)
        {
            WaitingEmitter.End(writer);
        }

        writer.Close();
    }
}
