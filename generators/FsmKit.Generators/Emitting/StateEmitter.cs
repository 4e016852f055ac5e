using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the state as hand-written code sees it, and the entering of the initial state.</summary>
internal static class StateEmitter
{
    private const string InitialEnd = Faults.Thrown + "\n    return;";

    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        if (plan.States.Count == 0)
        {
            return;
        }

        EmitCurrentState(writer, plan);
        EmitChangeState(writer, plan);
        if (!plan.HasLife)
        {
            return;
        }

        EmitInitialEntry(writer, plan);
        if (LifeEmitter.IsDynamic(plan))
        {
            writer.Line().MarkField().Line($"private bool {plan.Prefix}Entering = true;");
            EmitLeave(writer, plan);
            EmitEnter(writer, plan);
        }
    }

    private static void EmitCurrentState(SourceWriter writer, MachinePlan plan)
    {
        if (!plan.Has(KnownNames.CurrentState))
        {
            return;
        }

        writer.Line().Line("/// <summary>The state of the machine. Inside the action of a row it is the row's next state already.</summary>");
        writer.Mark().Open($"private State {KnownNames.CurrentState} => (base.Gate & global::FsmKit.MachineGate.State) switch");
        for (var state = 0; state < plan.States.Count - 1; state++)
        {
            writer.Line($"{state} => State.{plan.States[state].Name},");
        }

        writer.Line($"_ => State.{plan.States[plan.States.Count - 1].Name},").Close(";");
    }

    private static void EmitChangeState(SourceWriter writer, MachinePlan plan)
    {
        if (!plan.ChangesState)
        {
            return;
        }

        writer.Line().Line("/// <summary>Changes the state from inside an action: exit actions, the new state, entry actions.</summary>");
        writer.Line("/// <remarks>In the action of a row that has a next state, the entry actions of the new state run when the action is through.</remarks>");
        writer.Mark().Open($"private void {KnownNames.ChangeState}(State state)").Open("var next = state switch");
        for (var state = 0; state < plan.States.Count; state++)
        {
            if (!plan.States[state].IsSecondName)
            {
                writer.Line($"State.{plan.States[state].Name} => {state},");
            }
        }

        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(state), state, \"This is no state of the gclass.\"),").Close(";");
        if (!plan.HasLife)
        {
            writer.Line("base.MoveTo(next);").Close();
            return;
        }

        writer.Line("base.EnsureStack();");
        if (plan.Lane == Lane.Queued)
        {
            // Outside of a row (in StartUp, in a callback) the entry actions are a transition of their own: what they send to themselves waits.
            writer.Line("var settles = (base.Gate & global::FsmKit.MachineGate.Busy) == 0;");
            WaitingEmitter.Begin(writer);
        }

        writer.Line(Faults.Declaration).Line($"var redirected = {plan.Prefix}Entering;");
        writer.Open($"if ({plan.Prefix}Leave({Faults.Argument}))").Line("base.MoveTo(next);").Line($"{plan.Prefix}Arm({Faults.Argument});");
        writer.Open("if (!redirected)").Line($"{plan.Prefix}Entering = true;").Line($"{plan.Prefix}Enter({Faults.Argument});").Close().Close().Line();
        writer.Line(Faults.Thrown);
        if (plan.Lane == Lane.Queued)
        {
            writer.Close().Open("finally").Open("if (settles)").Line("base.Settle();").Close().Close();
        }

        writer.Close();
    }

    private static void EmitInitialEntry(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.EnterInitialState}()");
        if (!LifeEmitter.IsDynamic(plan))
        {
            var steps = LifeEmitter.Arming(plan, 0).Concat(LifeEmitter.Calls(plan, plan.States[0].Enter, "base.IsDestroyed", InitialEnd)).ToList();
            if (steps.Any(Faults.IsKept))
            {
                steps.Insert(0, Faults.Declaration);
                steps.Add(Faults.Thrown);
            }

            LifeEmitter.Lines(writer, steps);
            writer.Close();
            return;
        }

        // StartUp may have chosen another state, which is entered here, or handled an event that has entered one already.
        writer.Open($"if (!{plan.Prefix}Entering)").Line("return;").Close().Line();
        writer.Line(Faults.Declaration);
        LifeEmitter.Lines(writer, plan.ChangesState ? [$"{plan.Prefix}Arm({Faults.Argument});"] : LifeEmitter.Arming(plan, 0));
        writer.Line($"{plan.Prefix}Enter({Faults.Argument});").Line(Faults.Thrown).Close();
    }

    /// <summary>
    /// Exit actions belong to a state that was entered: not to one that is left before its entry actions have run. An exit action that leads
    /// to another transition hands the leaving over to it: the state is left once, and the transition that began it ends there.
    /// </summary>
    private static void EmitLeave(SourceWriter writer, MachinePlan plan)
    {
        var leaves = plan.States.Any(static state => state.Exit.Count > 0);
        if (leaves)
        {
            writer.Line().MarkField().Line($"private bool {plan.Prefix}Leaving;");
        }

        writer.Line().Mark().Open($"private bool {plan.Prefix}Leave({Faults.Parameter})").Open("if (base.IsDestroyed)").Line("return false;").Close().Line();
        if (leaves)
        {
            writer.Open($"if ({plan.Prefix}Leaving)").Line($"{plan.Prefix}Leaving = false;").Close();
            writer.Open($"else if (!{plan.Prefix}Entering)").Line($"{plan.Prefix}Leaving = true;");
            EmitStates(writer, plan, state => LifeEmitter.Calls(plan, plan.States[state].Exit, $"base.IsDestroyed || !{plan.Prefix}Leaving", "return false;"));
            writer.Line().Open($"if (base.IsDestroyed || !{plan.Prefix}Leaving)").Line("return false;").Close();
            writer.Line($"{plan.Prefix}Leaving = false;").Close().Line();
        }

        EmitStates(writer, plan, state => plan.TimeoutsOf(state).Select(timeout => TimeoutEmitter.Cancel(plan, timeout)));
        writer.Line("return true;").Close();
    }

    private static void EmitEnter(SourceWriter writer, MachinePlan plan)
    {
        if (plan.ChangesState)
        {
            writer.Line().Mark().Open($"private void {plan.Prefix}Arm({Faults.Parameter})");
            EmitStates(writer, plan, state => LifeEmitter.Arming(plan, state));
            writer.Close();
        }

        writer.Line().Mark().Open($"private void {plan.Prefix}Enter({Faults.Parameter})").Open($"if (!{plan.Prefix}Entering || base.IsDestroyed)").Line("return;").Close().Line();
        writer.Line($"{plan.Prefix}Entering = false;");
        EmitStates(writer, plan, state => LifeEmitter.Calls(
            plan, plan.States[state].Enter, $"base.IsDestroyed || (base.Gate & global::FsmKit.MachineGate.State) != {state}", "return;"));
        writer.Close();
    }

    /// <summary>A switch over the states that have something to do; none when no state has.</summary>
    private static void EmitStates(SourceWriter writer, MachinePlan plan, Func<int, IEnumerable<string>> statements)
    {
        var cases = Enumerable.Range(0, plan.States.Count).Select(state => (State: state, Lines: statements(state).ToList()))
            .Where(static one => one.Lines.Count > 0).ToList();
        if (cases.Count == 0)
        {
            return;
        }

        writer.Open("switch (base.Gate & global::FsmKit.MachineGate.State)");
        foreach (var (state, lines) in cases)
        {
            writer.Line($"case {state}: // {plan.States[state].Name}").Indented(string.Join("\n", lines) + "\nbreak;");
        }

        writer.Close();
    }
}
