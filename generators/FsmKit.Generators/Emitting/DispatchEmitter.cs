using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the methods that receive events. The fast lane is one decision on the gate word: its cases are the leaves, and anything unusual
/// (busy, traced, destroyed) sets a bit that no case matches. With few leaves it is a tree of comparisons, which processors predict much
/// better than a jump through a table. With many leaves it is a switch that lists all of them, so that it becomes one jump.
/// docs/dispatch.md has the machine code and the figures.
/// </summary>
internal static class DispatchEmitter
{
    private const int MostStatesToCompare = 16;

    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        for (var input = 0; input < plan.Inputs.Count; input++)
        {
            EmitFastLane(writer, plan, input);
            SlowLaneEmitter.Emit(writer, plan, input);
        }
    }

    private static void EmitFastLane(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        writer.Line();
        var isLarge = plan.Leaves.Count > MostStatesToCompare;
        if (isLarge)
        {
            // With a profile, the JIT does not inline the actions of so large a method. Compiled once with full optimisation, it inlines
            // all small ones.
            writer.Line(plan.Compiled(512, "AggressiveOptimization"));
        }
        else if (!SlowLaneEmitter.HasGuards(plan, input))
        {
            // Inlined at a call whose receiver is known. Guards would make the caller large.
            writer.Line(plan.Compiled(256, "AggressiveInlining"));
        }

        writer.Mark().Open($"{plan.Outcome} global::FsmKit.IAccept<{e.Type}>.Receive(in {e.Type} e, {plan.Source})");
        writer.Line("base.AssertLoopThread();");
        var slow = $"return {SlowLaneEmitter.Slow(plan, e)}(in e, source);";
        if (isLarge)
        {
            writer.Open("switch (base.Gate)");
            EmitCases(writer, plan, leaf => FastBody(plan, leaf, input));
            writer.Line("default:").Indented(slow).Close().Close();
            return;
        }

        writer.Line("var gate = (uint)base.Gate;");
        var leaves = Leaves(plan, input);
        leaves.Add((plan.Leaves.Count, "Unusual", slow));
        EmitTree(writer, leaves, 0, leaves.Count);
        writer.Close();
    }

    /// <summary>Groups neighbouring leaves with the same answer: the first of them, their names and their statements.</summary>
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
            writer.Line(leaves[from].Body);
            return;
        }

        var middle = (from + to) / 2;
        writer.Open($"if (gate < {leaves[middle].First}){(middle - from == 1 ? $" // {leaves[from].Names}" : "")}");
        EmitTree(writer, leaves, from, middle);
        writer.Close().Line();
        if (to - middle == 1)
        {
            writer.Line($"// {leaves[middle].Names}");
        }

        EmitTree(writer, leaves, middle, to);
    }

    /// <summary>
    /// Returns the statements of a leaf in the fast lane. A guard that may lead back makes the gobj busy from the guard on, which only the
    /// slow lane handles.
    /// </summary>
    private static string FastBody(MachinePlan plan, int leaf, int input) =>
        plan.Lane == Lane.Queued && plan.RowsOf(leaf, input).Any(static row => row.Row.GuardLeadsBack)
            ? $"return {SlowLaneEmitter.Slow(plan, plan.Inputs[input])}(in e, source);"
            : CaseBody(plan, leaf, input, row => Answer(plan, row, "return "), $"return base.Refused({input});");

    /// <summary>Writes a case for each leaf; leaves with the same answer share one.</summary>
    public static void EmitCases(SourceWriter writer, MachinePlan plan, Func<int, string> bodyOf)
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

    public static string CaseBody(MachinePlan plan, int leaf, int input, Func<PlannedRow, string> take, string refuse)
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

    /// <summary>Returns the statements that answer with a row; the last one passes the outcome on.</summary>
    public static string Answer(MachinePlan plan, PlannedRow row, string outcome) => row.Row.Answer switch
    {
        AnswerKind.Ignore => $"{outcome}{plan.Outcome}.Ignored;",
        AnswerKind.Refuse => $"{outcome}base.Refused({row.Row.Input});",
        AnswerKind.Defer => $"{outcome}{DeferringEmitter.Defer(plan, row.Row.Input)};",
        _ when RowEmitter.IsInPlace(plan, row) => LifeEmitter.InPlace(plan, row) + $"{outcome}{plan.Outcome}.Handled;",
        _ => $"{outcome}{RowEmitter.Call(plan, row)};",
    };
}
