using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes how events get in. The fast lane is one decision on the gate word: its cases are the leaves, and whatever is unusual (busy,
/// traced, destroyed) has a bit set that no case matches. With few leaves it is a tree of comparisons, which processors foresee much better
/// than a jump through a table; with many it is a switch with all leaves listed, so that it becomes one jump. docs/dispatch.md has the
/// machine code and the figures.
/// </summary>
internal static class DispatchEmitter
{
    private const int MostStatesToCompare = 16;
    private const string Outcome = "global::FsmKit.Outcome";
    private const string Source = "global::FsmKit.GObj? source";

    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        for (var input = 0; input < plan.Inputs.Count; input++)
        {
            EmitFastLane(writer, plan, input);
            EmitSlowLane(writer, plan, input);
            EmitSelection(writer, plan, input);
        }
    }

    private static void EmitFastLane(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        writer.Line();
        if (plan.Leaves.Count > MostStatesToCompare)
        {
            // With a profile, the JIT leaves actions of so large a method uninlined; compiled at once in full, it inlines all that are small.
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        }

        writer.Mark().Open($"{Outcome} global::FsmKit.IAccept<{e.Type}>.Receive(in {e.Type} e, {Source})");
        writer.Line("base.AssertLoopThread();");
        var slow = $"return {Slow(plan, e)}(in e, source);";
        if (plan.Leaves.Count > MostStatesToCompare)
        {
            writer.Open("switch (base.Gate)");
            EmitCases(writer, plan, leaf => FastBody(plan, leaf, input));
            writer.Line("default:").Indented(slow).Close().Close();
            return;
        }

        var leaves = Leaves(plan, input);
        leaves.Add((plan.Leaves.Count, "Anything unusual", slow));
        writer.Line("var fsmGate = (uint)base.Gate;");
        EmitTree(writer, leaves, 0, leaves.Count);
        writer.Close();
    }

    /// <summary>Neighbouring leaves with the same answer, the first of them, their names and what they do.</summary>
    private static List<(int First, string Names, string Body)> Leaves(MachinePlan plan, int input)
    {
        var leaves = new List<(int First, string Names, string Body)>();
        for (var leaf = 0; leaf < plan.Leaves.Count; leaf++)
        {
            var body = FastBody(plan, leaf, input);
            var name = plan.LeafAt(leaf).Name;
            if (leaves.Count > 0 && leaves[leaves.Count - 1] is var last && last.Body == body)
            {
                leaves[leaves.Count - 1] = (last.First, $"{last.Names}, {name}", body);
            }
            else
            {
                leaves.Add((leaf, name, body));
            }
        }

        return leaves;
    }

    private static void EmitTree(SourceWriter writer, List<(int First, string Names, string Body)> leaves, int from, int to)
    {
        if (to - from == 1)
        {
            writer.Line($"// {leaves[from].Names}").Line(leaves[from].Body);
            return;
        }

        var middle = (from + to) / 2;
        writer.Open($"if (fsmGate < {leaves[middle].First})");
        EmitTree(writer, leaves, from, middle);
        writer.Close().Line();
        EmitTree(writer, leaves, middle, to);
    }

    private static void EmitSlowLane(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        writer.Line().Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        writer.Mark().Open($"private {Outcome} {Slow(plan, e)}(in {e.Type} e, {Source})").Open($"switch (base.Admit({input}))");
        if (plan.Lane == Lane.Queued)
        {
            writer.Line("case global::FsmKit.Admission.Wait:").Indented(e.IsBorrowed
                ? $"return base.RefuseBorrowed({input});"
                : $"return {WaitingEmitter.Keep(plan, input)};");
        }

        writer.Line("case global::FsmKit.Admission.Gone:").Indented($"return {Outcome}.Destroyed;");
        writer.Line("default:").Indented($"return {Run(plan, e)}(in e, source);").Close().Close();

        writer.Line().Mark().Open($"private {Outcome} {Run(plan, e)}(in {e.Type} e, {Source})");
        var waits = plan.Lane == Lane.Queued && plan.GuardsLeadBack(input);
        if (waits)
        {
            WaitingEmitter.Begin(writer);
        }

        // The text first: it is the event's own code, which could change the state, or throw.
        if (e.HasText && e.IsBorrowed)
        {
            writer.Line("string? data = null;").Open("try").Line("data = base.TracesData ? e.ToString() : null;").Close();
            writer.Open("catch (global::System.Exception fsmException)").Line("data = global::FsmKit.GObj.TextFault(fsmException);").Close().Line();
        }
        else if (e.HasText)
        {
            writer.Line("var data = base.TraceText(in e);");
        }

        writer.Line($"var row = {Select(plan, e)}(in e{(NeedsSource(plan, input) ? ", source" : "")});");
        writer.Line($"var traced = base.BeginTrace({input}, {DescriptionEmitter.SiteOf(plan, "row")}, {(e.HasText ? "data" : "null")});");
        writer.Line($"var outcome = {Outcome}.Refused;");
        writer.Open("try").Open("switch (row)");
        foreach (var row in plan.RowsOf(input))
        {
            writer.Line($"case {row.Number}:").Indented(Answer(plan, row, "outcome = ") + "\nbreak;");
        }

        writer.Line("default:").Indented($"outcome = base.Refused({input});\nbreak;").Close();
        writer.Line().Line("return outcome;").Close().Open("finally").Line("base.EndTrace(traced, outcome);").Close();
        if (waits)
        {
            WaitingEmitter.End(writer);
        }

        writer.Close();
    }

    /// <summary>
    /// What a state does in the fast lane. Where it asks a guard that may lead back, the gobj is busy from the guard on, and that is the
    /// slow lane's work.
    /// </summary>
    private static string FastBody(MachinePlan plan, int leaf, int input) =>
        plan.Lane == Lane.Queued && plan.RowsOf(leaf, input).Any(static row => row.Row.GuardLeadsBack)
            ? $"return {Run(plan, plan.Inputs[input])}(in e, source);"
            : CaseBody(plan, leaf, input, row => Answer(plan, row, "return "), $"return base.Refused({input});");

    /// <summary>Which row takes the event, guards asked; -1 when none does. The slow lane wants to know it before the row runs.</summary>
    private static void EmitSelection(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        writer.Line().Mark().Open($"private int {Select(plan, e)}(in {e.Type} e{(NeedsSource(plan, input) ? ", " + Source : "")})");
        writer.Open("switch (base.Gate & global::FsmKit.MachineGate.State)");
        EmitCases(writer, plan, leaf => CaseBody(plan, leaf, input, static row => $"return {row.Number};", "return -1;"));
        writer.Line("default:").Indented("return -1;").Close().Close();
    }

    /// <summary>A case for each leaf; leaves with the same answer share it.</summary>
    private static void EmitCases(SourceWriter writer, MachinePlan plan, Func<int, string> bodyOf)
    {
        var bodies = new List<(string Body, List<int> Leaves)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var leaf = 0; leaf < plan.Leaves.Count; leaf++)
        {
            var body = bodyOf(leaf);
            if (!places.TryGetValue(body, out var place))
            {
                places.Add(body, place = bodies.Count);
                bodies.Add((body, []));
            }

            bodies[place].Leaves.Add(leaf);
        }

        foreach (var (body, leaves) in bodies)
        {
            foreach (var leaf in leaves)
            {
                writer.Line($"case {leaf}: // {plan.LeafAt(leaf).Name}");
            }

            writer.Indented(body);
        }
    }

    private static string CaseBody(MachinePlan plan, int leaf, int input, Func<PlannedRow, string> take, string refuse)
    {
        var lines = new List<string>();
        foreach (var row in plan.RowsOf(leaf, input))
        {
            if (row.Row.Guard is null)
            {
                lines.Add(take(row));
                return string.Join("\n", lines);
            }

            var taken = take(row).Replace("\n", "\n    ");
            lines.Add($"if ({GuardEmitter.Ask(plan, row.Row)})\n{{\n    {taken}\n}}\n");
        }

        lines.Add(refuse);
        return string.Join("\n", lines);
    }

    /// <summary>The statements that answer with a row; the last one hands over the outcome.</summary>
    private static string Answer(MachinePlan plan, PlannedRow row, string outcome) => row.Row.Answer switch
    {
        AnswerKind.Ignore => $"{outcome}{Outcome}.Ignored;",
        AnswerKind.Refuse => $"{outcome}base.Refused({row.Row.Input});",
        _ when RowEmitter.IsInPlace(plan, row.Row) => LifeEmitter.InPlace(plan, row) + $"{outcome}{Outcome}.Handled;",
        _ => $"{outcome}{RowEmitter.Call(plan, row)};",
    };

    /// <summary>The method that handles an input whatever the gate says, when it may run now.</summary>
    public static string Run(MachinePlan plan, EventModel e) => $"{plan.Prefix}Run_{e.Identifier}";

    private static string Slow(MachinePlan plan, EventModel e) => $"{plan.Prefix}Slow_{e.Identifier}";

    private static string Select(MachinePlan plan, EventModel e) => $"{plan.Prefix}Select_{e.Identifier}";

    private static bool NeedsSource(MachinePlan plan, int input) =>
        plan.RowsOf(input).Any(static row => row.Row.Guard is { Shape: CallShape.SourceAndEvent });
}
