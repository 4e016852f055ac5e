using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes what becomes of an event whose gobj is busy, traced or destroyed: the gate said that something is unusual.</summary>
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

        if (DispatchEmitter.IsShared(plan, input))
        {
            EmitSharedRun(writer, plan, input);
        }
        else
        {
            EmitOwnRun(writer, plan, input);
        }

        if (waits)
        {
            WaitingEmitter.End(writer);
        }

        writer.Close();
        if (!DispatchEmitter.IsShared(plan, input))
        {
            EmitSelection(writer, plan, input);
        }
    }

    /// <summary>The expression that puts the event into words where they are traced. What borrows memory cannot be handed to a generic method.</summary>
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

    private static void EmitSharedRun(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        var sites = Enumerable.Range(0, plan.Leaves.Count).Select(leaf => (leaf, plan.RowsOf(leaf, input) is { Count: > 0 } rows ? rows[0].Site : -1));
        writer.Line($"var traced = base.BeginTrace({Data(writer, e)}, {input}, {Map($"({plan.Leaf})", sites)});");
        writer.Line($"var outcome = {plan.Outcome}.Refused;");
        writer.Open("try").Line($"return outcome = {DispatchEmitter.Go(plan, e)}(in e, source, (uint)({plan.Leaf}));");
        Faults.EmitEndWatched(writer, "outcome");
    }

    private static void EmitOwnRun(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        // The text first: it is the event's own code, which could change the state.
        writer.Line($"var data = {Data(writer, e)};");
        writer.Line($"var row = {Select(plan, e)}(in e{(NeedsSource(plan, input) ? ", source" : "")});");
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

    /// <summary>The expression for the number that belongs to a number; what is alike is said together, and the last one without its condition.</summary>
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

    /// <summary>Which row takes the event, guards asked; -1 when none does. The slow lane wants to know it before the row runs.</summary>
    private static void EmitSelection(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        writer.Line().Mark().Open($"int {Select(plan, e)}(in {e.Type} e{(NeedsSource(plan, input) ? ", " + plan.Source : "")})");
        writer.Open($"switch ({plan.Leaf})");
        DispatchEmitter.EmitCases(writer, plan, leaf => DispatchEmitter.CaseBody(plan, leaf, input, static row => $"return {row.Number};", "return -1;"));
        writer.Line("default:").Indented("return -1;").Close().Close();
    }

    /// <summary>The method that handles an input whatever the gate says.</summary>
    public static string Slow(MachinePlan plan, EventModel e) => $"{plan.Prefix}Slow_{e.Identifier}";

    private static string Select(MachinePlan plan, EventModel e) => $"{plan.Prefix}Select_{e.Identifier}";

    private static bool NeedsSource(MachinePlan plan, int input) =>
        plan.RowsOf(input).Any(static row => row.Row.Guard is { Shape: CallShape.SourceAndEvent });
}
