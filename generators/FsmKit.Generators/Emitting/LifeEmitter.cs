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
    public static bool IsDynamic(MachinePlan plan) => plan.HasLife && (plan.ChangesState || plan.Lane == Lane.Nested);

    /// <summary>Writes the transition and the return of its outcome.</summary>
    public static void EmitTransition(SourceWriter writer, MachinePlan plan, RowModel row)
    {
        if (row.Next < 0)
        {
            EmitAction(writer, row);
            writer.Line(Handled);
        }
        else if (IsDynamic(plan))
        {
            EmitDynamic(writer, plan, row);
        }
        else
        {
            EmitStatic(writer, plan, row);
        }
    }

    /// <summary>The lines of a transition that has nothing around its action.</summary>
    public static string InPlace(MachinePlan plan, RowModel row) =>
        (row.Next < 0 ? "" : NewState(plan, row.Next) + "\n") + (row.Action is null ? "" : $"{row.Action};\n");

    /// <summary>The statements that run the exit actions of a state and stop its timeouts.</summary>
    public static IEnumerable<string> Leaving(MachinePlan plan, int state, string end) =>
        Calls(plan, plan.States[state].Exit, "base.IsDestroyed", end)
            .Concat(plan.TimeoutsOf(state).Select(timeout => TimeoutEmitter.Cancel(plan, timeout)));

    /// <summary>
    /// The statements that call exit or entry actions one after the other; when one of them takes the ground from under the next, that one
    /// is not called.
    /// </summary>
    public static IEnumerable<string> Calls(MachinePlan plan, IReadOnlyList<CallModel> calls, string isOver, string end)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            yield return Faults.Kept($"{calls[i]};");
            if (i < calls.Count - 1 && plan.Lane != Lane.Direct)
            {
                yield return $"if ({isOver})\n{{\n    {end}\n}}\n";
            }
        }
    }

    /// <summary>The statements that arm the timeouts of a state.</summary>
    public static IEnumerable<string> Arming(MachinePlan plan, int state) => plan.TimeoutsOf(state)
        .Select(timeout => plan.Rows[timeout].Delay!.IsFixed ? $"{plan.Prefix}Arm_Timeout{timeout}();" : Faults.Kept($"{plan.Prefix}Arm_Timeout{timeout}();"));

    public static void Lines(SourceWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            writer.Line(line);
        }
    }

    private static void EmitStatic(SourceWriter writer, MachinePlan plan, RowModel row)
    {
        var (exit, enter) = (plan.States[row.State].Exit, plan.States[row.Next].Enter);
        var arming = Arming(plan, row.Next).ToList();
        var keeps = exit.Count > 0 || enter.Count > 0 || arming.Any(Faults.IsKept);
        var end = keeps ? Faults.End : Handled;
        if (keeps)
        {
            writer.Line(Faults.Declaration);
        }

        Lines(writer, TimeoutEmitter.Preparing(plan, row.Next));
        Lines(writer, Leaving(plan, row.State, end));
        if (exit.Count > 0)
        {
            EmitEndIfDestroyed(writer, end);
        }

        writer.Line(NewState(plan, row.Next));
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
            Lines(writer, Calls(plan, enter, "base.IsDestroyed", end));
        }

        writer.Line(end);
    }

    private static void EmitDynamic(SourceWriter writer, MachinePlan plan, RowModel row)
    {
        Lines(writer, TimeoutEmitter.Preparing(plan, row.Next));
        writer.Line(Faults.Declaration);
        writer.Open($"if (!{plan.Prefix}Leave({Faults.Argument}))").Line(Faults.End).Close().Line();
        writer.Line(NewState(plan, row.Next)).Line($"{plan.Prefix}Entering = true;");
        Lines(writer, Arming(plan, row.Next));
        if (row.Action is not null)
        {
            writer.Line(Faults.Kept($"{row.Action};"));
        }

        writer.Line($"{plan.Prefix}Enter({Faults.Argument});").Line(Faults.End);
    }

    /// <summary>A row that nothing can re-enter knows the whole word: the state, and no other bit. Any other keeps the bits that are set.</summary>
    private static string NewState(MachinePlan plan, int state)
    {
        var index = state.ToString(CultureInfo.InvariantCulture);
        var comment = $" // {plan.States[state].Name}";
        return plan.Lane == Lane.Direct
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
