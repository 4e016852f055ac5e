using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the rows that follow a transition without an event: rows of the kind Always, and Done rows of a completed composite. One method
/// chooses the next row and another one runs it, until there is none.
/// </summary>
internal static class FollowingEmitter
{
    /// <summary>Returns the statement that runs the following rows. Their exceptions are kept.</summary>
    public static string Follow(MachinePlan plan) => $"{plan.Prefix}Follow({Faults.Argument});";

    /// <summary>Returns the statements for entering a state that completes a composite.</summary>
    public static IEnumerable<string> Completing(MachinePlan plan, int state) => plan.IsCompleting(state) ? [$"{Completed(plan)} = true;"] : [];

    /// <summary>Returns the statements for leaving such a state.</summary>
    public static IEnumerable<string> Resuming(MachinePlan plan, int state) => plan.IsCompleting(state) ? [$"{Completed(plan)} = false;"] : [];

    /// <summary>Returns the name of the flag: a composite is complete and its Done rows are not evaluated yet.</summary>
    public static string Completed(MachinePlan plan) => $"{plan.Prefix}Completed";

    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        if (!plan.HasFollowing)
        {
            return;
        }

        if (plan.Completes)
        {
            writer.Line().MarkField().Line($"bool {Completed(plan)};");
        }

        EmitFollow(writer, plan);
        EmitNext(writer, plan);
    }

    private static void EmitFollow(SourceWriter writer, MachinePlan plan)
    {
        PlannedRow[] rows = [.. Enumerable.Range(0, plan.Leaves.Count).SelectMany(leaf => plan.AlwaysOf(leaf).Concat(plan.DoneOf(leaf)))];
        writer.Line().Mark().Open($"void {plan.Prefix}Follow({Faults.Parameter})");
        var goesOn = "!base.IsDestroyed" + (LifeEmitter.IsDynamic(plan) ? $" && !({PathEmitter.IsEntering(plan)})" : "");
        writer.Open($"for (var left = {plan.Prefix}{Aliases.GObj}.MostFollowing; {goesOn}; left--)");
        writer.Line($"var row = {plan.Prefix}Next();").Open("if (row < 0)").Line("return;").Close().Line();
        writer.Open("if (left == 0)").Line("base.ReportCircle();");
        if (plan.Completes)
        {
            writer.Line($"{Completed(plan)} = false;");
        }

        writer.Line("return;").Close().Line();
        writer.Line($"var traced = base.BeginTrace(null, -1, {SlowLaneEmitter.Map("row", rows.Select(static row => (row.Number, row.Site)))});");
        writer.Open("try").Open("switch (row)");
        foreach (var same in rows.GroupBy(row => RowEmitter.Call(plan, row)))
        {
            foreach (var row in same)
            {
                writer.Line($"case {row.Number}:");
            }

            writer.Indented($"_ = {same.Key};\nbreak;");
        }

        writer.Close().Close();
        writer.Open("catch (global::System.Exception fsmException) when (global::FsmKit.GObj.IsKept(fsmException))");
        writer.Line("base.KeepFault(ref fsmFault, fsmException);").Close();
        writer.Open("finally").Line($"base.EndTrace(traced, {plan.Outcome}.Handled);").Close();
        writer.Close().Close();
    }

    /// <summary>Writes the method that evaluates guards and returns the number of the row that follows; -1 for none.</summary>
    private static void EmitNext(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().Mark().Open($"int {plan.Prefix}Next()").Open($"switch ({plan.Leaf})");
        DispatchEmitter.EmitCases(writer, plan, leaf => NextIn(plan, leaf));
        writer.Line("default:").Indented("return -1;").Close().Close();
    }

    private static string NextIn(MachinePlan plan, int leaf)
    {
        var lines = new List<string>();
        if (!Choose(lines, plan, plan.AlwaysOf(leaf)))
        {
            return string.Join("\n", lines);
        }

        if (plan.DoneOf(leaf).Count > 0)
        {
            // Completion counts as an event that the gobj sends to itself: events sent before it come first.
            var isNext = Completed(plan) + (plan.KeepsEvents ? $" && !({WaitingEmitter.HasRaised(plan)})" : "");
            lines.Add($"if ({isNext})\n{{\n    {Completed(plan)} = false;");
            var inside = new List<string>();
            if (Choose(inside, plan, plan.DoneOf(leaf)))
            {
                inside.Add("return -1;");
            }

            lines.Add("    " + string.Join("\n", inside).Replace("\n", "\n    ") + "\n}\n");
        }

        lines.Add("return -1;");
        return string.Join("\n", lines);
    }

    /// <summary>Adds the lines that choose among rows by their guards.</summary>
    /// <returns>Whether all rows can say no.</returns>
    private static bool Choose(List<string> lines, MachinePlan plan, IEnumerable<PlannedRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Row.Guard is null)
            {
                lines.Add($"return {row.Number};");
                return false;
            }

            lines.Add($"if ({GuardEmitter.Ask(plan, row.Row)})\n{{\n    return {row.Number};\n}}\n");
        }

        return true;
    }
}
