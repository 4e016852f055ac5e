using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the slow lane, for an event whose gobj is busy, traced or destroyed.</summary>
internal static class SlowLaneEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        writer.Line().Line(plan.Compiled(8, "NoInlining"));
        writer.Mark().Open($"{plan.Outcome} {Slow(plan, e)}(in {e.Type} e, {plan.Source})").Line($"var admission = base.Admit({input});");
        var admission = plan.Prefix + Aliases.Admission;
        writer.Open($"if (admission != {admission}.Run)");
        var gone = plan.Finishes ? $"admission == {admission}.Finished ? {plan.Outcome}.Finished : {plan.Outcome}.Destroyed" : $"{plan.Outcome}.Destroyed";
        if (plan.Lane == Lane.Queued)
        {
            writer.Open($"if (admission == {admission}.Wait)");
            LifeEmitter.Lines(writer, e.IsBorrowed ? [$"return base.RefuseBorrowed({input});"] : WaitingEmitter.Keeping(plan, input));
            writer.Close().Line();
        }

        writer.Line($"return {gone};").Close().Line();
        var waits = plan.Lane == Lane.Queued && plan.GuardsLeadBack(input);
        if (waits)
        {
            WaitingEmitter.Begin(writer, plan);
        }

        EmitRun(writer, plan, input);
        if (waits)
        {
            WaitingEmitter.End(writer);
        }

        writer.Close();
        if (HasGuards(plan, input))
        {
            EmitSelection(writer, plan, input);
        }
    }

    /// <summary>
    /// Returns the expression for the text of the event, for traces. An event that borrows memory cannot be passed to a generic method.
    /// </summary>
    private static string Data(SourceWriter writer, EventModel e)
    {
        if (e.HasText && e.IsBorrowed)
        {
            writer.Line("string? text = null;").Open("try").Line("text = base.TracesData ? e.ToString() : null;").Close();
            writer.Open("catch (global::System.Exception fsmException)").Line("text = global::FsmKit.GObj.TextFault(fsmException);").Close().Line();
            return "text";
        }

        return e.HasText ? "base.TraceText(in e)" : "(string?)null";
    }

    private static void EmitRun(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        // The text comes first, because ToString of the event is user code that could change the state.
        writer.Line($"var data = {Data(writer, e)};");
        writer.Line($"var row = {Selection(plan, input)};");
        var site = plan.RowsAreSites ? "row" : Map("row", plan.RowsOf(input).Select(static row => (row.Number, row.Site)).Append((-1, -1)));
        writer.Line($"var traced = base.BeginTrace(data, {input}, {site});");
        writer.Line($"var outcome = {plan.Outcome}.Refused;");
        writer.Open("try").Open("switch (row)");
        foreach (var row in plan.RowsOf(input))
        {
            writer.Line($"case {row.Number}:").Indented(DispatchEmitter.Answer(plan, row, "outcome = ") + "\nbreak;");
        }

        writer.Line("default:").Indented($"outcome = base.Refused({input});\nbreak;").Close();
        writer.Line().Line("return outcome;");
        Faults.EmitEndWatched(writer, "outcome");
    }

    /// <summary>Returns the expression for the number of the row that answers; -1 for none. Without guards the state alone decides.</summary>
    private static string Selection(MachinePlan plan, int input)
    {
        if (HasGuards(plan, input))
        {
            return $"{Select(plan, plan.Inputs[input])}(in e{(NeedsSource(plan, input) ? ", source" : "")})";
        }

        var rows = Enumerable.Range(0, plan.Leaves.Count).Select(leaf => (leaf, plan.RowsOf(leaf, input) is { Count: > 0 } own ? own[0].Number : -1)).ToList();
        return rows.Count == 0 ? "-1" : Map($"({plan.Leaf})", rows);
    }

    /// <summary>Whether a row for the input has a guard.</summary>
    public static bool HasGuards(MachinePlan plan, int input) => plan.RowsOf(input).Any(static row => row.Row.Guard is not null);

    /// <summary>
    /// Returns the expression that maps a number to another one. Equal results are grouped, and the last group has no condition.
    /// </summary>
    public static string Map(string number, IEnumerable<(int From, int To)> pairs)
    {
        var groups = pairs.GroupBy(static pair => pair.To, static pair => pair.From).ToList();
        if (groups.Count == 1)
        {
            return $"{groups[0].Key}";
        }

        var arms = groups.Select((group, index) => $"{(index == groups.Count - 1 ? "_" : string.Join(" or ", group))} => {group.Key}");
        return $"{number} switch {{ {string.Join(", ", arms)} }}";
    }

    /// <summary>
    /// Writes the method that evaluates guards and returns the number of the row for an event; -1 for none. A trace needs the row before it
    /// runs.
    /// </summary>
    private static void EmitSelection(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        writer.Line().Mark().Open($"int {Select(plan, e)}(in {e.Type} e{(NeedsSource(plan, input) ? ", " + plan.Source : "")})");
        writer.Open($"switch ({plan.Leaf})");
        DispatchEmitter.EmitCases(writer, plan, leaf => DispatchEmitter.CaseBody(plan, leaf, input, static row => $"return {row.Number};", "return -1;"));
        writer.Line("default:").Indented("return -1;").Close().Close();
    }

    /// <summary>Returns the name of the method that handles an input in the slow lane.</summary>
    public static string Slow(MachinePlan plan, EventModel e) => $"{plan.Prefix}Slow_{e.Identifier}";

    private static string Select(MachinePlan plan, EventModel e) => $"{plan.Prefix}Select_{e.Identifier}";

    private static bool NeedsSource(MachinePlan plan, int input) =>
        plan.RowsOf(input).Any(static row => row.Row.Guard is { Shape: CallShape.SourceAndEvent });
}
