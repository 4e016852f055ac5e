using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes how events get in. The fast lane is one switch on the gate word: its cases are the states, all of them listed so that it becomes
/// a jump table, and whatever is unusual (busy, traced, destroyed) has a bit set that no case matches.
/// </summary>
internal static class DispatchEmitter
{
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
        writer.Line().Open($"{Outcome} global::FsmKit.IAccept<{e.Type}>.Receive({Source}, in {e.Type} e)");
        writer.Line("AssertLoopThread();").Open("switch (Gate)");
        EmitCases(writer, model, input, row => $"return {RowCall(model, row)};", $"return Refused({input});");
        writer.Line("default:").Indented($"return Slow_{e.Identifier}(source, in e);").Close().Close();
    }

    private static void EmitSlowLane(SourceWriter writer, MachineModel model, int input)
    {
        var e = model.Inputs[input];
        writer.Line().Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        writer.Open($"private {Outcome} Slow_{e.Identifier}({Source}, in {e.Type} e)").Open($"switch (Admit({input}))");
        if (model.Lane == Lane.Queued)
        {
            writer.Line("case global::FsmKit.Admission.Wait:").Indented(e.IsBorrowed
                ? $"return RefuseBorrowed({input});"
                : $"return KeepWaiting(_waiting ??= new WaitingInputs(), _waiting.{e.Identifier}, {input}, source, in e);");
        }

        writer.Line("case global::FsmKit.Admission.Gone:").Indented($"return {Outcome}.Destroyed;");
        writer.Line("default:").Indented($"return Run_{e.Identifier}(source, in e);").Close().Close();

        writer.Line().Open($"private {Outcome} Run_{e.Identifier}({Source}, in {e.Type} e)");
        writer.Line($"var row = Select_{e.Identifier}(in e{(NeedsSource(model, input) ? ", source" : "")});");
        writer.Line($"var traced = BeginTrace({input}, row, TracesData ? {(e.HasText ? "e.ToString()" : "null")} : null);");
        writer.Line($"var outcome = {Outcome}.Refused;");
        writer.Open("try").Open("switch (row)");
        for (var row = 0; row < model.Rows.Count; row++)
        {
            if (model.Rows[row].Input == input)
            {
                writer.Line($"case {row}:").Indented($"outcome = {RowCall(model, row)};\nbreak;");
            }
        }

        writer.Line("default:").Indented($"outcome = Refused({input});\nbreak;").Close();
        writer.Line().Line("return outcome;").Close().Open("finally").Line("EndTrace(traced, outcome);").Close().Close();
    }

    /// <summary>Which row takes the event, guards asked; -1 when none does. The slow lane wants to know it before the row runs.</summary>
    private static void EmitSelection(SourceWriter writer, MachineModel model, int input)
    {
        var e = model.Inputs[input];
        writer.Line().Open($"private int Select_{e.Identifier}(in {e.Type} e{(NeedsSource(model, input) ? ", " + Source : "")})");
        writer.Open("switch (Gate & global::FsmKit.MachineGate.State)");
        EmitCases(writer, model, input, static row => $"return {row};", "return -1;");
        writer.Line("default:").Indented("return -1;").Close().Close();
    }

    /// <summary>A case for each state; states with the same answer share it.</summary>
    private static void EmitCases(SourceWriter writer, MachineModel model, int input, Func<int, string> take, string refuse)
    {
        var bodies = new List<(string Body, List<int> States)>();
        for (var state = 0; state < model.States.Count; state++)
        {
            var body = CaseBody(model, state, input, take, refuse);
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

            lines.Add($"if ({candidate.Guard})\n{{\n    {take(row)}\n}}\n");
        }

        lines.Add(refuse);
        return string.Join("\n", lines);
    }

    private static string RowCall(MachineModel model, int row) => model.Rows[row].Answer switch
    {
        AnswerKind.Ignore => $"{Outcome}.Ignored",
        AnswerKind.Refuse => $"Refused({model.Rows[row].Input})",
        _ => RowEmitter.Call(model, row),
    };

    private static bool NeedsSource(MachineModel model, int input) =>
        model.Rows.Any(row => row.Input == input && row.Guard is { Shape: CallShape.SourceAndEvent });
}
