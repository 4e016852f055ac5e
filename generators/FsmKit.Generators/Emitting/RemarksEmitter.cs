using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the table as remarks of the gclass, which an editor shows in the tooltip of its name.</summary>
internal static class RemarksEmitter
{
    /// <summary>
    /// Maximum number of lines, as many as an editor shows at once. A longer table ends with the number of lines left out.
    /// </summary>
    private const int Most = 40;

    public static void Emit(SourceWriter writer, MachineModel model)
    {
        var lines = Lines(model).ToList();
        var left = lines.Count - Most;
        // An editor shows only one <remarks>, that of the author. It also shows <value> on a type, although that is meant for properties.
        var element = model.HasRemarks ? "value" : "remarks";
        writer.Line($"/// <{element}>").Line("/// <code>");
        foreach (var line in left > 1 ? lines.Take(Most).Append($"... and {left} lines more") : lines)
        {
            writer.Line("/// " + line.Replace("&", "&amp;").Replace("<", "&lt;").Replace("@", ""));
        }

        writer.Line("/// </code>").Line($"/// </{element}>");
    }

    private static IEnumerable<string> Lines(MachineModel model)
    {
        var any = model.Rows.Where(static row => row.Scope == RowModel.GClass).Select(row => "  " + Row(model, row)).ToList();
        return Inside(model, -1, "").Concat(any.Count == 0 ? any : any.Prepend("(any state)"));
    }

    private static IEnumerable<string> Inside(MachineModel model, int parent, string indent)
    {
        var start = parent < 0 ? model.Start : model.States[parent].Start;
        for (var state = 0; state < model.States.Count; state++)
        {
            if (model.States[state] is var one && one.Parent == parent && !one.IsSecondName)
            {
                yield return indent + one.Name + Kind(model, one, state == start);
                foreach (var line in Own(model, state).Select(line => $"{indent}  {line}").Concat(Inside(model, state, indent + "  ")))
                {
                    yield return line;
                }
            }
        }
    }

    private static string Kind(MachineModel model, StateModel state, bool isStart) => state.Kind switch
    {
        StateKind.History => $" (history{Default(model, state)})",
        StateKind.DeepHistory => $" (deep history{Default(model, state)})",
        StateKind.Final => " (final)",
        _ => isStart ? " (start)" : "",
    };

    /// <summary>Returns the target of a history before the first exit. A table with errors may have none.</summary>
    private static string Default(MachineModel model, StateModel state) => state.Default < 0 ? "" : $", else {model.States[state.Default].Name}";

    private static IEnumerable<string> Own(MachineModel model, int index)
    {
        var state = model.States[index];
        foreach (var enter in state.Enter)
        {
            yield return $"enter / {enter.Name}";
        }

        foreach (var work in state.Invocations)
        {
            yield return $"invoke {work.Work.Name}: {model.Inputs[work.Event].Name} or {model.Inputs[work.Failure].Name}";
        }

        foreach (var row in model.Rows.Where(row => row.Scope == index))
        {
            yield return Row(model, row);
        }

        foreach (var exit in state.Exit)
        {
            yield return $"exit / {exit.Name}";
        }

        if (state.IsClosed)
        {
            yield return "others: refused";
        }
    }

    /// <summary>Formats a row as a statechart does: event [guard] / action -> next state.</summary>
    private static string Row(MachineModel model, RowModel row)
    {
        var e = row.Delay is { } delay ? $"{row.Answer}({delay.Text})" : row.Input < 0 ? $"{row.Answer}" : model.Inputs[row.Input].Name;
        var guard = row.Guard is { } asked ? $" [{asked.Name}]" : "";
        var next = row.Next < 0 ? "" : $" -> {model.States[row.Next].Name}{(row.Reenters ? " (reenter)" : "")}";
        return e + guard + Effect(row) + next;
    }

    private static string Effect(RowModel row) => row switch
    {
        { Answer: AnswerKind.Ignore } => ": ignored",
        { Answer: AnswerKind.Refuse } => ": refused",
        { Answer: AnswerKind.Defer } => ": deferred",
        { Action.Forward: { } forward } => $" / {ReviewedText.Forward(forward.To, forward.Name, forward.Map?.Name)}",
        { Action: { } action } => $" / {action.Name}",
        _ => "",
    };
}
