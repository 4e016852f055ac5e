using System.Globalization;
using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes what happens around a row's action: timeouts stopped and exit actions before it, the new state and its timeouts, the action,
/// entry actions after it. An exception of any of them does not stop what follows.
/// </summary>
internal static class LifeEmitter
{
    private const string Handled = "return global::FsmKit.Outcome.Handled;";

    /// <summary>
    /// Whether the target of a transition can be another state, by the time its action returns, than the one the row names: then entry
    /// actions are chosen at run time.
    /// </summary>
    public static bool IsDynamic(MachineModel model) => model.HasLife && (model.ChangesState || model.Lane == Lane.Nested);

    /// <summary>Writes the transition and the return of its outcome.</summary>
    public static void EmitTransition(SourceWriter writer, MachineModel model, RowModel row)
    {
        if (row.Next < 0)
        {
            EmitAction(writer, row);
            writer.Line(Handled);
        }
        else if (IsDynamic(model))
        {
            EmitDynamic(writer, model, row);
        }
        else
        {
            EmitStatic(writer, model, row);
        }
    }

    /// <summary>The lines of a transition that has nothing around its action.</summary>
    public static string InPlace(MachineModel model, RowModel row) =>
        (row.Next < 0 ? "" : NewState(model, row.Next) + "\n") + (row.Action is null ? "" : $"{row.Action};\n");

    /// <summary>The statements that run the exit actions of a state and stop its timeouts.</summary>
    public static IEnumerable<string> Leaving(MachineModel model, int state, string end) =>
        Calls(model, model.States[state].Exit, "base.IsDestroyed", end)
            .Concat(Timeouts(model, state).Select(timeout => TimeoutEmitter.Cancel(model, timeout)));

    /// <summary>
    /// The statements that call exit or entry actions one after the other; when one of them takes the ground from under the next, that one
    /// is not called.
    /// </summary>
    public static IEnumerable<string> Calls(MachineModel model, IReadOnlyList<CallModel> calls, string isOver, string end)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            yield return Faults.Kept($"{calls[i]};");
            if (i < calls.Count - 1 && model.Lane != Lane.Direct)
            {
                yield return $"if ({isOver})\n{{\n    {end}\n}}\n";
            }
        }
    }

    /// <summary>The statements that arm the timeouts of a state.</summary>
    public static IEnumerable<string> Arming(MachineModel model, int state) => Timeouts(model, state)
        .Select(timeout => model.Rows[timeout].Delay!.IsFixed ? $"{model.Prefix}Arm_Timeout{timeout}();" : Faults.Kept($"{model.Prefix}Arm_Timeout{timeout}();"));

    /// <summary>The rows of a state that are timeouts.</summary>
    public static IEnumerable<int> Timeouts(MachineModel model, int state) =>
        Enumerable.Range(0, model.Rows.Count).Where(row => model.Rows[row] is { Delay: not null } && model.Rows[row].State == state);

    public static void Lines(SourceWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            writer.Line(line);
        }
    }

    private static void EmitStatic(SourceWriter writer, MachineModel model, RowModel row)
    {
        var (exit, enter) = (model.States[row.State].Exit, model.States[row.Next].Enter);
        var arming = Arming(model, row.Next).ToList();
        var keeps = exit.Count > 0 || enter.Count > 0 || arming.Any(Faults.IsKept);
        var end = keeps ? Faults.End : Handled;
        if (keeps)
        {
            writer.Line(Faults.Declaration);
        }

        Lines(writer, TimeoutEmitter.Preparing(model, row.Next));
        Lines(writer, Leaving(model, row.State, end));
        if (exit.Count > 0)
        {
            EmitEndIfDestroyed(writer, end);
        }

        writer.Line(NewState(model, row.Next));
        Lines(writer, arming);
        if (!keeps)
        {
            EmitAction(writer, row);
        }
        else if (row.Action is not null)
        {
            writer.Line(Faults.Kept($"{row.Action};"));
        }

        if (enter.Count > 0)
        {
            EmitEndIfDestroyed(writer, end);
            Lines(writer, Calls(model, enter, "base.IsDestroyed", end));
        }

        writer.Line(end);
    }

    private static void EmitDynamic(SourceWriter writer, MachineModel model, RowModel row)
    {
        Lines(writer, TimeoutEmitter.Preparing(model, row.Next));
        writer.Line(Faults.Declaration);
        writer.Open($"if (!{model.Prefix}Leave({Faults.Argument}))").Line(Faults.End).Close().Line();
        writer.Line(NewState(model, row.Next)).Line($"{model.Prefix}Entering = true;");
        Lines(writer, Arming(model, row.Next));
        if (row.Action is not null)
        {
            writer.Line(Faults.Kept($"{row.Action};"));
        }

        writer.Line($"{model.Prefix}Enter({Faults.Argument});").Line(Faults.End);
    }

    /// <summary>A row that nothing can re-enter knows the whole word: the state, and no other bit. Any other keeps the bits that are set.</summary>
    private static string NewState(MachineModel model, int state)
    {
        var index = state.ToString(CultureInfo.InvariantCulture);
        var comment = $" // {model.States[state].Name}";
        return model.Lane == Lane.Direct
            ? $"base.Gate = {index};{comment}"
            : $"base.Gate = (base.Gate & global::FsmKit.MachineGate.Flags) | {index};{comment}";
    }

    private static void EmitAction(SourceWriter writer, RowModel row)
    {
        if (row.Action is not null)
        {
            writer.Line($"{row.Action};");
        }
    }

    private static void EmitEndIfDestroyed(SourceWriter writer, string end) =>
        writer.Open("if (base.IsDestroyed)").Line(end).Close().Line();
}
