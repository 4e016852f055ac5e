using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes how events get in. The fast lane is one decision on the gate word: its cases are the states, and whatever is unusual (busy,
/// traced, destroyed) has a bit set that no case matches. With few states it is a tree of comparisons, which processors foresee much better
/// than a jump through a table; with many it is a switch with all states listed, so that it becomes one jump. docs/dispatch.md has the
/// machine code and the figures.
/// </summary>
internal static class DispatchEmitter
{
    private const int MostStatesToCompare = 16;
    private const string Outcome = "global::FsmKit.Outcome";
    private const string Source = "global::FsmKit.GObj? source";

    public static void Emit(SourceWriter writer, MachineModel model)
    {
        for (var input = 0; input < model.Inputs.Count; input++)
        {
            EmitFastLane(writer, model, input);
            EmitSlowLane(writer, model, input);
            EmitSelection(writer, model, input);
        }
    }

    private static void EmitFastLane(SourceWriter writer, MachineModel model, int input)
    {
        var e = model.Inputs[input];
        writer.Line();
        if (model.States.Count > MostStatesToCompare)
        {
            // With a profile, the JIT leaves actions of so large a method uninlined; compiled at once in full, it inlines all that are small.
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        }

        writer.Mark().Open($"{Outcome} global::FsmKit.IAccept<{e.Type}>.Receive(in {e.Type} e, {Source})");
        writer.Line("base.AssertLoopThread();");
        var slow = $"return {Slow(model, e)}(in e, source);";
        if (model.States.Count > MostStatesToCompare)
        {
            writer.Open("switch (base.Gate)");
            EmitCases(writer, model, state => FastBody(model, state, input));
            writer.Line("default:").Indented(slow).Close().Close();
            return;
        }

        var leaves = Leaves(model, input);
        leaves.Add((model.States.Count, "Anything unusual", slow));
        writer.Line("var fsmGate = (uint)base.Gate;");
        EmitTree(writer, leaves, 0, leaves.Count);
        writer.Close();
    }

    /// <summary>Neighbouring states with the same answer, the first of them, their names and what they do.</summary>
    private static List<(int First, string Names, string Body)> Leaves(MachineModel model, int input)
    {
        var leaves = new List<(int First, string Names, string Body)>();
        for (var state = 0; state < model.States.Count; state++)
        {
            var body = FastBody(model, state, input);
            var name = model.States[state].Name;
            if (leaves.Count > 0 && leaves[leaves.Count - 1] is var last && last.Body == body)
            {
                leaves[leaves.Count - 1] = (last.First, $"{last.Names}, {name}", body);
            }
            else
            {
                leaves.Add((state, name, body));
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

    private static void EmitSlowLane(SourceWriter writer, MachineModel model, int input)
    {
        var e = model.Inputs[input];
        writer.Line().Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        writer.Mark().Open($"private {Outcome} {Slow(model, e)}(in {e.Type} e, {Source})").Open($"switch (base.Admit({input}))");
        if (model.Lane == Lane.Queued)
        {
            writer.Line("case global::FsmKit.Admission.Wait:").Indented(e.IsBorrowed
                ? $"return base.RefuseBorrowed({input});"
                : $"return {WaitingEmitter.Keep(model, input)};");
        }

        writer.Line("case global::FsmKit.Admission.Gone:").Indented($"return {Outcome}.Destroyed;");
        writer.Line("default:").Indented($"return {Run(model, e)}(in e, source);").Close().Close();

        writer.Line().Mark().Open($"private {Outcome} {Run(model, e)}(in {e.Type} e, {Source})");
        var waits = model.Lane == Lane.Queued && GuardEmitter.LeadsBack(model, input);
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

        writer.Line($"var row = {Select(model, e)}(in e{(NeedsSource(model, input) ? ", source" : "")});");
        writer.Line($"var traced = base.BeginTrace({input}, row, {(e.HasText ? "data" : "null")});");
        writer.Line($"var outcome = {Outcome}.Refused;");
        writer.Open("try").Open("switch (row)");
        for (var row = 0; row < model.Rows.Count; row++)
        {
            if (model.Rows[row].Input == input)
            {
                writer.Line($"case {row}:").Indented(Answer(model, row, "outcome = ") + "\nbreak;");
            }
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
    private static string FastBody(MachineModel model, int state, int input) =>
        model.Lane == Lane.Queued && GuardEmitter.LeadsBack(model, input, state)
            ? $"return {Run(model, model.Inputs[input])}(in e, source);"
            : CaseBody(model, state, input, row => Answer(model, row, "return "), $"return base.Refused({input});");

    /// <summary>Which row takes the event, guards asked; -1 when none does. The slow lane wants to know it before the row runs.</summary>
    private static void EmitSelection(SourceWriter writer, MachineModel model, int input)
    {
        var e = model.Inputs[input];
        writer.Line().Mark().Open($"private int {Select(model, e)}(in {e.Type} e{(NeedsSource(model, input) ? ", " + Source : "")})");
        writer.Open("switch (base.Gate & global::FsmKit.MachineGate.State)");
        EmitCases(writer, model, state => CaseBody(model, state, input, static row => $"return {row};", "return -1;"));
        writer.Line("default:").Indented("return -1;").Close().Close();
    }

    /// <summary>A case for each state; states with the same answer share it.</summary>
    private static void EmitCases(SourceWriter writer, MachineModel model, Func<int, string> bodyOf)
    {
        var bodies = new List<(string Body, List<int> States)>();
        for (var state = 0; state < model.States.Count; state++)
        {
            var body = bodyOf(state);
            var same = bodies.FindIndex(other => other.Body == body);
            if (same < 0)
            {
                bodies.Add((body, []));
                same = bodies.Count - 1;
            }

            bodies[same].States.Add(state);
        }

        foreach (var (body, states) in bodies)
        {
            foreach (var state in states)
            {
                writer.Line($"case {state}: // {model.States[state].Name}");
            }

            writer.Indented(body);
        }
    }

    private static string CaseBody(MachineModel model, int state, int input, Func<int, string> take, string refuse)
    {
        var lines = new List<string>();
        for (var row = 0; row < model.Rows.Count; row++)
        {
            var candidate = model.Rows[row];
            if (candidate.State != state || candidate.Input != input)
            {
                continue;
            }

            if (candidate.Guard is null)
            {
                lines.Add(take(row));
                return string.Join("\n", lines);
            }

            var taken = take(row).Replace("\n", "\n    ");
            lines.Add($"if ({GuardEmitter.Ask(model, candidate)})\n{{\n    {taken}\n}}\n");
        }

        lines.Add(refuse);
        return string.Join("\n", lines);
    }

    /// <summary>The statements that answer with a row; the last one hands over the outcome.</summary>
    private static string Answer(MachineModel model, int row, string outcome) => model.Rows[row].Answer switch
    {
        AnswerKind.Ignore => $"{outcome}{Outcome}.Ignored;",
        AnswerKind.Refuse => $"{outcome}base.Refused({model.Rows[row].Input});",
        _ when RowEmitter.IsInPlace(model, model.Rows[row]) => LifeEmitter.InPlace(model, model.Rows[row]) + $"{outcome}{Outcome}.Handled;",
        _ => $"{outcome}{RowEmitter.Call(model, row)};",
    };

    /// <summary>The method that handles an input whatever the gate says, when it may run now.</summary>
    public static string Run(MachineModel model, EventModel e) => $"{model.Prefix}Run_{e.Identifier}";

    private static string Slow(MachineModel model, EventModel e) => $"{model.Prefix}Slow_{e.Identifier}";

    private static string Select(MachineModel model, EventModel e) => $"{model.Prefix}Select_{e.Identifier}";

    private static bool NeedsSource(MachineModel model, int input) =>
        model.Rows.Any(row => row.Input == input && row.Guard is { Shape: CallShape.SourceAndEvent });
}
