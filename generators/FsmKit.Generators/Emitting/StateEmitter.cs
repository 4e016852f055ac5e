using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the members for the state that hand-written code uses, and the entry of the initial state.</summary>
internal static class StateEmitter
{
    private const string InitialEnd = Faults.Thrown + "\n    return;";

    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        if (plan.Leaves.Count == 0)
        {
            return;
        }

        EmitCurrentState(writer, plan);
        EmitIsIn(writer, plan);
        EmitChangeState(writer, plan);
        FollowingEmitter.Emit(writer, plan);
        HistoryEmitter.Emit(writer, plan);
        if (!plan.HasLife && !plan.HasFollowing)
        {
            return;
        }

        EmitInitialEntry(writer, plan);
        if (LifeEmitter.IsDynamic(plan))
        {
            PathEmitter.Emit(writer, plan);
        }
    }

    private static void EmitCurrentState(SourceWriter writer, MachinePlan plan)
    {
        if (!plan.Has(KnownNames.CurrentState))
        {
            return;
        }

        writer.Line().Line("/// <summary>The state of the machine. The action of a row already sees the next state.</summary>");
        writer.Mark().Open($"State {KnownNames.CurrentState} => ({plan.Leaf}) switch");
        for (var leaf = 0; leaf < plan.Leaves.Count - 1; leaf++)
        {
            writer.Line($"{leaf} => State.{plan.LeafAt(leaf).Name},");
        }

        writer.Line($"_ => State.{plan.LeafAt(plan.Leaves.Count - 1).Name},").Close(";");
    }

    /// <summary>
    /// Writes IsIn. The leaves of a composite are neighbours, so that a constant state needs one comparison. The JIT inlines the method
    /// only when told to, because it looks long.
    /// </summary>
    private static void EmitIsIn(SourceWriter writer, MachinePlan plan)
    {
        if (PathEmitter.IsFlat(plan) || !plan.Has(KnownNames.IsIn))
        {
            return;
        }

        writer.Line().Line("/// <summary>Whether the machine is in a state, or in a state inside it.</summary>");
        writer.Line(plan.Compiled(256, "AggressiveInlining"));
        writer.Mark().Open($"bool {KnownNames.IsIn}(State state) => state switch");
        EachName(writer, plan, state =>
        {
            var (first, last) = plan.Tree.RangeOf(state);
            return plan.States[state].IsHistory ? "false" : first == last
                ? $"({plan.Leaf}) == {first}"
                : $"(uint)(({plan.Leaf}) - {first}) <= {last - first}u";
        });
        writer.Line("_ => false,").Close(";");
    }

    private static void EmitChangeState(SourceWriter writer, MachinePlan plan)
    {
        if (!plan.ChangesState)
        {
            return;
        }

        writer.Line().Line("/// <summary>Changes the state: runs exit actions, sets the new state, runs entry actions.</summary>");
        writer.Line("/// <remarks>In the action of a row with a next state, the entry actions of the new state run after the action.</remarks>");
        writer.Mark().Open($"void {KnownNames.ChangeState}(State state)");
        var findsLevel = plan.HasLife && !PathEmitter.IsFlat(plan);
        writer.Open(findsLevel ? "var (next, level) = state switch" : "var next = state switch");
        EachName(writer, plan, state => Destination(plan, state, findsLevel));
        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(state), state, \"This is no state of the gclass.\"),").Close(";");
        if (plan.Finishes)
        {
            writer.Open("if (base.IsFinished)").Line("return;").Close().Line();
        }

        if (!plan.HasLife && !plan.HasFollowing && !plan.Defers)
        {
            writer.Line("base.MoveTo(next);").Close();
            return;
        }

        writer.Line("base.EnsureStack();");
        if (findsLevel)
        {
            // As with a row of the leaf, the states around both it and the new state stay.
            writer.Line("var kept = 0;");
            writer.Open($"while (kept < level && {PathEmitter.At(plan, plan.Leaf, "kept")} == {PathEmitter.At(plan, "next", "kept")})");
            writer.Line("kept++;").Close().Line();
        }

        if (plan.Lane == Lane.Queued)
        {
            // Outside of a row (in StartUp, in a callback) the entry actions are a transition of their own: events that they send to the
            // gobj itself wait.
            writer.Line($"var settles = (base.Gate & {plan.Gate}.Busy) == 0;");
            WaitingEmitter.Begin(writer, plan);
        }

        if (SnapshotEmitter.NoticesInside(plan))
        {
            SnapshotEmitter.Begin(writer, plan);
        }

        writer.Line(Faults.Declaration);
        if (plan.HasLife)
        {
            writer.Line($"var redirected = {PathEmitter.IsEntering(plan)};");
            writer.Open($"if ({PathEmitter.Leave(plan, "kept")})").Line("base.MoveTo(next);");
            LifeEmitter.Lines(writer, DeferringEmitter.Noticing(plan));
            writer.Line($"{PathEmitter.Begin(plan, "kept")};").Close().Line();
            writer.Open("if (!redirected)").Line($"{PathEmitter.Enter(plan)};").Close().Line();
        }
        else
        {
            writer.Line("base.MoveTo(next);");
            LifeEmitter.Lines(writer, DeferringEmitter.Noticing(plan));
        }

        if (plan.HasFollowing)
        {
            // Inside a row, following rows come after the end of the row.
            LifeEmitter.Lines(writer, plan.Lane == Lane.Queued ? [$"if (settles)\n{{\n    {FollowingEmitter.Follow(plan)}\n}}\n"] : [FollowingEmitter.Follow(plan)]);
        }

        writer.Line(Faults.Thrown);
        if (SnapshotEmitter.NoticesInside(plan))
        {
            SnapshotEmitter.End(writer, plan);
        }

        if (plan.Lane == Lane.Queued)
        {
            writer.Close().Open("finally").Open("if (settles)").Line("base.Settle();").Close().Close();
        }

        writer.Close();
    }

    private static void EmitInitialEntry(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.EnterInitialState}()");
        var initial = plan.Tree.PathOfLeaf(0);
        if (!LifeEmitter.IsDynamic(plan))
        {
            string[] enter = [.. initial.SelectMany(state => LifeEmitter.Enters(plan, state))];
            var steps = LifeEmitter.Beginning(plan, initial).Concat(LifeEmitter.Calls(plan, enter, "base.IsDestroyed", InitialEnd)).ToList();
            if (plan.HasFollowing)
            {
                steps.Add(FollowingEmitter.Follow(plan));
            }

            if (plan.HasFollowing || steps.Any(Faults.IsKept))
            {
                steps.Insert(0, Faults.Declaration);
                steps.Add(Faults.Thrown);
            }

            LifeEmitter.Lines(writer, steps);
            writer.Close();
            return;
        }

        // StartUp may have chosen another state, which is entered here. Or it handled an event that has already entered a state.
        writer.Open($"if ({PathEmitter.Entered(plan)} > 0)").Line("return;").Close().Line();
        writer.Line(Faults.Declaration);
        LifeEmitter.Lines(writer, plan.ChangesState ? [$"{PathEmitter.Begin(plan, "0")};"] : LifeEmitter.Beginning(plan, initial));
        writer.Line($"{PathEmitter.Enter(plan)};");
        if (plan.HasFollowing)
        {
            writer.Line(FollowingEmitter.Follow(plan));
        }

        writer.Line(Faults.Thrown).Close();
    }

    /// <summary>
    /// Returns the leaf that <c>ChangeState</c> enters and, if needed, the level of the state. For a history: those of the state that was
    /// left last.
    /// </summary>
    private static string Destination(MachinePlan plan, int state, bool findsLevel)
    {
        if (!plan.States[state].IsHistory)
        {
            var leaf = plan.Tree.LeafOf(state);
            return findsLevel ? $"({leaf}, {plan.Tree.PathOf(state).Count - 1})" : $"{leaf}";
        }

        var arms = plan.Tree.ChoicesOf(state).Select(choice => $">= {choice.First + 1} and <= {choice.Last + 1} => {Destination(plan, choice.Target, findsLevel)}, ");
        return $"{HistoryEmitter.Left(plan, plan.States[state].Parent)} switch {{ {string.Concat(arms)}_ => {Destination(plan, plan.States[state].Default, findsLevel)} }}";
    }

    private static void EachName(SourceWriter writer, MachinePlan plan, Func<int, string> value)
    {
        for (var state = 0; state < plan.States.Count; state++)
        {
            if (!plan.States[state].IsSecondName)
            {
                writer.Line($"State.{plan.States[state].Name} => {value(state)},");
            }
        }
    }
}
