using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes leaving and entering for a machine where another transition can start before the action of the present one returns. The gobj
/// counts the entered states around its leaf, outermost first; only these have their exit actions called. A transition that begins inside
/// another one takes over the states that the other has not left or entered yet.
/// </summary>
internal static class PathEmitter
{
    /// <summary>Returns the condition that another transition has begun since, or that the gobj is destroyed.</summary>
    private static string IsOver(MachinePlan plan) => $"base.IsDestroyed || turn != {plan.Prefix}Turn";

    /// <summary>Returns the field with the number of entered states, the leaf included.</summary>
    public static string Entered(MachinePlan plan) => plan.Prefix + "Entered";

    /// <summary>
    /// Returns the call that leaves all but the outermost <paramref name="kept"/> states. It is false when another transition has taken
    /// over.
    /// </summary>
    public static string Leave(MachinePlan plan, string kept) => $"{plan.Prefix}Leave({Kept(plan, kept)}{Faults.Argument})";

    /// <summary>
    /// Returns the call that begins the timeouts and completions of the states below the outermost <paramref name="kept"/> ones.
    /// </summary>
    public static string Begin(MachinePlan plan, string kept) => $"{plan.Prefix}Begin({Kept(plan, kept)}{Faults.Argument})";

    /// <summary>Returns the call that enters the states that are not entered yet.</summary>
    public static string Enter(MachinePlan plan) => $"{plan.Prefix}Enter({Faults.Argument})";

    /// <summary>Returns the expression for the index of the state at a level of a leaf.</summary>
    public static string At(MachinePlan plan, string leaf, string level) => $"{plan.Prefix}Path[(({leaf}) * {plan.Tree.Depth}) + {level}]";

    /// <summary>Returns the condition that a transition under way will enter the leaf, or the state that replaces it.</summary>
    public static string IsEntering(MachinePlan plan) => IsLevel(plan, Entered(plan));

    public static bool IsFlat(MachinePlan plan) => plan.Tree.Depth <= 1;

    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().MarkField().Line($"int {Entered(plan)};");
        writer.Line().MarkField().Line($"int {plan.Prefix}Turn;");
        if (!IsFlat(plan) || !plan.Tree.IsInOrder)
        {
            EmitPaths(writer, plan);
        }

        EmitLeave(writer, plan);
        if (plan.ChangesState)
        {
            writer.Line().Mark().Open($"void {plan.Prefix}Begin({Kept(plan, "int kept")}{Faults.Parameter})");
            EmitLevels(writer, plan, "kept", state => LifeEmitter.Beginning(plan, [state]));
            writer.Close();
        }

        EmitEnter(writer, plan);
    }

    private static string Kept(MachinePlan plan, string kept) => IsFlat(plan) ? "" : kept + ", ";

    /// <summary>
    /// Writes the table of paths: for each leaf the states around it and the leaf, outermost first, padded with a number that no state has.
    /// </summary>
    private static void EmitPaths(SourceWriter writer, MachinePlan plan)
    {
        var rows = Enumerable.Range(0, plan.Leaves.Count)
            .Select(leaf => plan.Tree.PathOfLeaf(leaf).Concat(Enumerable.Repeat(NoState(plan), plan.Tree.Depth)).Take(plan.Tree.Depth));
        var type = NoState(plan) > byte.MaxValue ? "ushort" : "byte";
        writer.Line().Mark().Line($"static global::System.ReadOnlySpan<{type}> {plan.Prefix}Path => new {type}[] {{ {string.Join(", ", rows.SelectMany(static row => row))} }};");
    }

    /// <summary>
    /// Returns the padding. Tables of bytes are preferred, because C# reads them in place, also in code that is not optimised yet.
    /// </summary>
    private static int NoState(MachinePlan plan) => plan.States.Count <= byte.MaxValue ? byte.MaxValue : ushort.MaxValue;

    private static void EmitLeave(SourceWriter writer, MachinePlan plan)
    {
        var kept = IsFlat(plan) ? "0" : "kept";
        writer.Line().Mark().Open($"bool {plan.Prefix}Leave({Kept(plan, "int kept")}{Faults.Parameter})").Open("if (base.IsDestroyed)").Line("return false;").Close().Line();
        writer.Line($"var turn = unchecked(++{plan.Prefix}Turn);");
        if (plan.States.Any(static state => state.Exit.Count > 0))
        {
            writer.Open($"while ({Entered(plan)} > {kept})").Line($"{Entered(plan)}--;");
            EmitStates(writer, plan, StateAt(plan, Entered(plan)), state => LifeEmitter.Calls(plan, [.. LifeEmitter.Exits(plan, state)], IsOver(plan), "return false;"));
            writer.Line().Open($"if ({IsOver(plan)})").Line("return false;").Close().Close().Line();
        }
        else
        {
            writer.Open($"if ({Entered(plan)} > {kept})").Line($"{Entered(plan)} = {kept};").Close().Line();
        }

        EmitLevels(writer, plan, kept, state => LifeEmitter.Ending(plan, state));
        writer.Line("return true;").Close();
    }

    private static void EmitEnter(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().Mark().Open($"void {plan.Prefix}Enter({Faults.Parameter})").Line($"var turn = {plan.Prefix}Turn;");
        if (plan.ChangesState)
        {
            writer.Line($"var left = {plan.Prefix}{Aliases.GObj}.MostFollowing;");
        }

        writer.Open($"while (!base.IsDestroyed && {IsLevel(plan, Entered(plan))})");
        if (plan.ChangesState)
        {
            // The entry action of a composite has changed the state, and left the entry of the new one to this call.
            writer.Open($"if (turn != {plan.Prefix}Turn)").Line($"turn = {plan.Prefix}Turn;");
            writer.Open("if (--left < 0)").Line("base.ReportCircle();").Line("return;").Close().Close().Line();
        }

        writer.Line($"{Entered(plan)}++;");
        EmitStates(writer, plan, StateAt(plan, Entered(plan) + " - 1"), state => LifeEmitter.Calls(plan, [.. LifeEmitter.Enters(plan, state)], IsOver(plan), "continue;"));
        writer.Close().Close();
    }

    /// <summary>Writes a loop over the levels of the leaf from one level on.</summary>
    private static void EmitLevels(SourceWriter writer, MachinePlan plan, string from, Func<int, IEnumerable<string>> statements)
    {
        if (IsFlat(plan))
        {
            EmitStates(writer, plan, StateAt(plan, "0"), statements);
            return;
        }

        writer.Open($"for (var level = {from}; {IsLevel(plan, "level")}; level++)");
        EmitStates(writer, plan, StateAt(plan, "level"), statements);
        writer.Close();
    }

    public static string IsLevel(MachinePlan plan, string level) =>
        IsFlat(plan) ? $"{level} < 1" : $"{level} < {plan.Tree.Depth} && {StateAt(plan, level)} != {NoState(plan)}";

    /// <summary>
    /// Returns the expression for the state at a level. If all states are leaves in order, the number of the leaf is the index of the
    /// state.
    /// </summary>
    private static string StateAt(MachinePlan plan, string level) =>
        plan.Tree.IsInOrder ? plan.Leaf : At(plan, plan.Leaf, level);

    /// <summary>Writes a switch over the states that have statements; nothing when none has.</summary>
    private static void EmitStates(SourceWriter writer, MachinePlan plan, string subject, Func<int, IEnumerable<string>> statements)
    {
        var cases = Enumerable.Range(0, plan.States.Count).Select(state => (State: state, Lines: statements(state).ToList()))
            .Where(static one => one.Lines.Count > 0).ToList();
        if (cases.Count == 0)
        {
            return;
        }

        writer.Open($"switch ({subject})");
        foreach (var (state, lines) in cases)
        {
            writer.Line($"case {state}: // {plan.States[state].Name}").Indented(string.Join("\n", lines) + "\nbreak;");
        }

        writer.Close();
    }
}
