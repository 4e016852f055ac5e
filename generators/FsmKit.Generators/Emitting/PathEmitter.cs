using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes leaving and entering for a machine whose transitions can find, by the time their actions return, that another one has gone on from
/// where they were. The gobj counts how many of the states around its leaf, outermost first, have been entered: exit actions belong to those alone. A
/// transition that begins inside another one takes over what that has not left or entered yet.
/// </summary>
internal static class PathEmitter
{
    /// <summary>What is true when a transition is no longer the last one that has begun, or there is nothing left to move.</summary>
    private static string IsOver(MachinePlan plan) => $"base.IsDestroyed || turn != {plan.Prefix}Turn";

    /// <summary>How many states around the leaf, and with it, have been entered.</summary>
    public static string Entered(MachinePlan plan) => plan.Prefix + "Entered";

    /// <summary>The call that leaves all but the outermost <paramref name="kept"/> states: false when another transition has taken over.</summary>
    public static string Leave(MachinePlan plan, string kept) => $"{plan.Prefix}Leave({Kept(plan, kept)}{Faults.Argument})";

    /// <summary>The call that begins what runs in the states below the outermost <paramref name="kept"/> ones.</summary>
    public static string Begin(MachinePlan plan, string kept) => $"{plan.Prefix}Begin({Kept(plan, kept)}{Faults.Argument})";

    /// <summary>The call that enters what has not been entered yet.</summary>
    public static string Enter(MachinePlan plan) => $"{plan.Prefix}Enter({Faults.Argument})";

    /// <summary>The expression for the state at a level of a leaf, as an index.</summary>
    public static string At(MachinePlan plan, string leaf, string level) => $"{plan.Prefix}Path[(({leaf}) * {plan.Tree.Depth}) + {level}]";

    /// <summary>Whether a transition is on its way that will enter the leaf, or what comes in its place.</summary>
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

    /// <summary>The states around each leaf and the leaf itself, outermost first, filled up with a number that no state has.</summary>
    private static void EmitPaths(SourceWriter writer, MachinePlan plan)
    {
        var rows = Enumerable.Range(0, plan.Leaves.Count)
            .Select(leaf => plan.Tree.PathOfLeaf(leaf).Concat(Enumerable.Repeat(NoState(plan), plan.Tree.Depth)).Take(plan.Tree.Depth));
        var type = NoState(plan) > byte.MaxValue ? "ushort" : "byte";
        writer.Line().Mark().Line($"static global::System.ReadOnlySpan<{type}> {plan.Prefix}Path => new {type}[] {{ {string.Join(", ", rows.SelectMany(static row => row))} }};");
    }

    /// <summary>Bytes where that is enough: they are read in place, also by code that is not optimized yet.</summary>
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
            // The entry action of a composite has changed the state: what is to be entered now, it has left to this one.
            writer.Open($"if (turn != {plan.Prefix}Turn)").Line($"turn = {plan.Prefix}Turn;");
            writer.Open("if (--left < 0)").Line("base.ReportCircle();").Line("return;").Close().Close().Line();
        }

        writer.Line($"{Entered(plan)}++;");
        EmitStates(writer, plan, StateAt(plan, Entered(plan) + " - 1"), state => LifeEmitter.Calls(plan, [.. LifeEmitter.Enters(plan, state)], IsOver(plan), "continue;"));
        writer.Close().Close();
    }

    /// <summary>Something to do for the state at each level of the leaf from one on.</summary>
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

    /// <summary>Where the leaves are the states in their order, the leaf's number is the state's index.</summary>
    private static string StateAt(MachinePlan plan, string level) =>
        plan.Tree.IsInOrder ? plan.Leaf : At(plan, plan.Leaf, level);

    /// <summary>A switch over the states that have something to do; none when no state has.</summary>
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
