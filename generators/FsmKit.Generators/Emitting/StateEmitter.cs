using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the state as hand-written code sees it, and the entering of the initial state.</summary>
internal static class StateEmitter
{
    private const string InitialEnd = Faults.Thrown + "\n    return;";

    public static void Emit(SourceWriter writer, MachineModel model)
    {
        if (model.States.Count == 0)
        {
            return;
        }

        EmitCurrentState(writer, model);
        EmitChangeState(writer, model);
        if (!model.HasLife)
        {
            return;
        }

        EmitInitialEntry(writer, model);
        if (LifeEmitter.IsDynamic(model))
        {
            writer.Line().MarkField().Line($"private bool {model.Prefix}Entering = true;");
            EmitLeave(writer, model);
            EmitEnter(writer, model);
        }
    }

    private static void EmitCurrentState(SourceWriter writer, MachineModel model)
    {
        if (!model.Has(KnownNames.CurrentState))
        {
            return;
        }

        writer.Line().Line("/// <summary>The state of the machine. Inside the action of a row it is the row's next state already.</summary>");
        writer.Mark().Open($"private State {KnownNames.CurrentState} => (base.Gate & global::FsmKit.MachineGate.State) switch");
        for (var state = 0; state < model.States.Count - 1; state++)
        {
            writer.Line($"{state} => State.{model.States[state].Name},");
        }

        writer.Line($"_ => State.{model.States[model.States.Count - 1].Name},").Close(";");
    }

    private static void EmitChangeState(SourceWriter writer, MachineModel model)
    {
        if (!model.ChangesState)
        {
            return;
        }

        writer.Line().Line("/// <summary>Changes the state from inside an action: exit actions, the new state, entry actions.</summary>");
        writer.Line("/// <remarks>In the action of a row that has a next state, the entry actions of the new state run when the action is through.</remarks>");
        writer.Mark().Open($"private void {KnownNames.ChangeState}(State state)").Open("var next = state switch");
        for (var state = 0; state < model.States.Count; state++)
        {
            if (!model.States[state].IsSecondName)
            {
                writer.Line($"State.{model.States[state].Name} => {state},");
            }
        }

        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(state), state, \"This is no state of the gclass.\"),").Close(";");
        if (!model.HasLife)
        {
            writer.Line("base.MoveTo(next);").Close();
            return;
        }

        writer.Line("base.EnsureStack();");
        if (model.Lane == Lane.Queued)
        {
            // Outside of a row (in StartUp, in a callback) the entry actions are a transition of their own: what they send to themselves waits.
            writer.Line("var settles = (base.Gate & global::FsmKit.MachineGate.Busy) == 0;");
            WaitingEmitter.Begin(writer);
        }

        writer.Line(Faults.Declaration).Line($"var redirected = {model.Prefix}Entering;");
        writer.Open($"if ({model.Prefix}Leave({Faults.Argument}))").Line("base.MoveTo(next);").Line($"{model.Prefix}Arm({Faults.Argument});");
        writer.Open("if (!redirected)").Line($"{model.Prefix}Entering = true;").Line($"{model.Prefix}Enter({Faults.Argument});").Close().Close().Line();
        writer.Line(Faults.Thrown);
        if (model.Lane == Lane.Queued)
        {
            writer.Close().Open("finally").Open("if (settles)").Line("base.Settle();").Close().Close();
        }

        writer.Close();
    }

    private static void EmitInitialEntry(SourceWriter writer, MachineModel model)
    {
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.EnterInitialState}()");
        if (!LifeEmitter.IsDynamic(model))
        {
            var steps = LifeEmitter.Arming(model, 0).Concat(LifeEmitter.Calls(model, model.States[0].Enter, "base.IsDestroyed", InitialEnd)).ToList();
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
        writer.Open($"if (!{model.Prefix}Entering)").Line("return;").Close().Line();
        writer.Line(Faults.Declaration);
        LifeEmitter.Lines(writer, model.ChangesState ? [$"{model.Prefix}Arm({Faults.Argument});"] : LifeEmitter.Arming(model, 0));
        writer.Line($"{model.Prefix}Enter({Faults.Argument});").Line(Faults.Thrown).Close();
    }

    /// <summary>
    /// Exit actions belong to a state that was entered: not to one that is left before its entry actions have run. An exit action that leads
    /// to another transition hands the leaving over to it: the state is left once, and the transition that began it ends there.
    /// </summary>
    private static void EmitLeave(SourceWriter writer, MachineModel model)
    {
        var leaves = model.States.Any(static state => state.Exit.Count > 0);
        if (leaves)
        {
            writer.Line().MarkField().Line($"private bool {model.Prefix}Leaving;");
        }

        writer.Line().Mark().Open($"private bool {model.Prefix}Leave({Faults.Parameter})").Open("if (base.IsDestroyed)").Line("return false;").Close().Line();
        if (leaves)
        {
            writer.Open($"if ({model.Prefix}Leaving)").Line($"{model.Prefix}Leaving = false;").Close();
            writer.Open($"else if (!{model.Prefix}Entering)").Line($"{model.Prefix}Leaving = true;");
            EmitStates(writer, model, state => LifeEmitter.Calls(model, model.States[state].Exit, $"base.IsDestroyed || !{model.Prefix}Leaving", "return false;"));
            writer.Line().Open($"if (base.IsDestroyed || !{model.Prefix}Leaving)").Line("return false;").Close();
            writer.Line($"{model.Prefix}Leaving = false;").Close().Line();
        }

        EmitStates(writer, model, state => LifeEmitter.Timeouts(model, state).Select(timeout => TimeoutEmitter.Cancel(model, timeout)));
        writer.Line("return true;").Close();
    }

    private static void EmitEnter(SourceWriter writer, MachineModel model)
    {
        if (model.ChangesState)
        {
            writer.Line().Mark().Open($"private void {model.Prefix}Arm({Faults.Parameter})");
            EmitStates(writer, model, state => LifeEmitter.Arming(model, state));
            writer.Close();
        }

        writer.Line().Mark().Open($"private void {model.Prefix}Enter({Faults.Parameter})").Open($"if (!{model.Prefix}Entering || base.IsDestroyed)").Line("return;").Close().Line();
        writer.Line($"{model.Prefix}Entering = false;");
        EmitStates(writer, model, state => LifeEmitter.Calls(
            model, model.States[state].Enter, $"base.IsDestroyed || (base.Gate & global::FsmKit.MachineGate.State) != {state}", "return;"));
        writer.Close();
    }

    /// <summary>A switch over the states that have something to do; none when no state has.</summary>
    private static void EmitStates(SourceWriter writer, MachineModel model, Func<int, IEnumerable<string>> statements)
    {
        var cases = Enumerable.Range(0, model.States.Count).Select(state => (State: state, Lines: statements(state).ToList()))
            .Where(static one => one.Lines.Count > 0).ToList();
        if (cases.Count == 0)
        {
            return;
        }

        writer.Open("switch (base.Gate & global::FsmKit.MachineGate.State)");
        foreach (var (state, lines) in cases)
        {
            writer.Line($"case {state}: // {model.States[state].Name}").Indented(string.Join("\n", lines) + "\nbreak;");
        }

        writer.Close();
    }
}
