using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the code that keeps and retries deferred events. Each change of the leaf retries them in the order of their arrival. Events that
/// the new leaf always defers stay where they are.
/// </summary>
internal static class DeferringEmitter
{
    /// <summary>Returns the expression that keeps an event until the leaf has changed.</summary>
    public static string Defer(MachinePlan plan, int input)
    {
        var room = WaitingEmitter.Deferred(plan);
        return $"base.KeepDeferred({room} ??= new(), {room}.To_{plan.Inputs[input].Identifier}, {input}, source, in e)";
    }

    /// <summary>
    /// Returns the statement after a change of the leaf, which makes the loop over waiting events look at the deferred ones too.
    /// </summary>
    public static IEnumerable<string> Noticing(MachinePlan plan) =>
        plan.Defers ? [$"if ({WaitingEmitter.Deferred(plan)} is {{ Count: > 0 }})\n{{\n    base.Gate |= {plan.Gate}.Waiting;\n}}\n"] : [];

    /// <summary>Returns the call that handles one deferred event; it is false when none can be handled.</summary>
    public static string Retry(MachinePlan plan) => $"{plan.Prefix}Retry()";

    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        EmitRetry(writer, plan);
        EmitDefers(writer, plan);
    }

    private static void EmitRetry(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().Mark().Open($"bool {Retry(plan)}");
        writer.Open($"if ({WaitingEmitter.Deferred(plan)} is not {{ Count: > 0 }} deferred)").Line("return false;").Close().Line();
        writer.Line($"var input = deferred.BeginRetry({plan.Leaf});");
        writer.Open($"while (input >= 0 && {Defers(plan)}(input))").Line("deferred.Skip();").Line($"input = deferred.BeginRetry({plan.Leaf});").Close().Line();
        writer.Open("switch (input)");
        for (var input = 0; input < plan.Inputs.Count; input++)
        {
            if (!plan.Inputs[input].IsBorrowed && plan.RowsOf(input).Any(static row => row.Row.Answer == AnswerKind.Defer))
            {
                EmitCase(writer, plan, input);
            }
        }

        writer.Line("default:").Indented("return false;").Close().Close();
    }

    private static void EmitCase(SourceWriter writer, MachinePlan plan, int input)
    {
        var e = plan.Inputs[input];
        writer.Open($"case {input}:").Line("var place = deferred.Retry();").Line($"var e = deferred.To_{e.Identifier}.Take(place, out var source);");
        writer.Open("try").Line($"{SlowLaneEmitter.Slow(plan, e)}(in e, source);").Close();
        writer.Open("finally").Open("if (deferred.EndRetry())").Line($"deferred.To_{e.Identifier}.MoveNewest(place);").Close().Close().Line();
        writer.Line("return true;").Close().Line();
    }

    private static string Defers(MachinePlan plan) => $"{plan.Prefix}Defers";

    /// <summary>Writes a method: whether the leaf defers an input whatever its data.</summary>
    private static void EmitDefers(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().Mark().Open($"bool {Defers(plan)}(int input)").Open($"switch ({plan.Leaf})");
        DispatchEmitter.EmitCases(writer, plan, leaf =>
        {
            var inputs = Enumerable.Range(0, plan.Inputs.Count).Where(input => plan.RowsOf(leaf, input) is { Count: > 0 } rows && rows[0].Row.Answer == AnswerKind.Defer).ToList();
            return inputs.Count == 0 ? "return false;" : $"return input is {string.Join(" or ", inputs)};";
        });
        writer.Line("default:").Indented("return false;").Close().Close();
    }
}
