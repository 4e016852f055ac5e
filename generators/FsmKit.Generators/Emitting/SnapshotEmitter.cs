using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the parts of snapshots that are specific to a gclass: its kept members, its histories, the types of its events. A gclass without
/// a version has none of them.
/// </summary>
internal static class SnapshotEmitter
{
    private const string Kit = "global::FsmKit.";

    public static void Emit(SourceWriter writer, MachineModel model, MachinePlan plan)
    {
        if (model.Snapshot is not { } snapshot)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Mark().Line($"protected override int {KnownNames.Version} => {snapshot.Version};");
        if (snapshot.Migrates)
        {
            writer.Line().Line("/// <inheritdoc/>").Mark();
            writer.Line($"protected override {Kit}MachineSnapshot? {KnownNames.FsmMigrate}({Kit}MachineSnapshot old) => {model.Place.FullName}.{KnownNames.Migrate}(old);");
        }

        if (NoticesInside(plan))
        {
            writer.Line().MarkField().Line($"int {Inside(plan)} = 0;");
        }

        EmitSave(writer, snapshot, plan);
        EmitLoad(writer, snapshot, plan);
        EmitInputs(writer, snapshot, plan);
        EmitArm(writer, plan);
        EmitResume(writer, plan);
    }

    /// <summary>Whether the gobj counts the transitions that it is inside of, because no other field shows them.</summary>
    public static bool NoticesInside(MachinePlan plan) => plan.KeepsSnapshots && plan.Lane == Lane.Nested;

    /// <summary>Begins a block that counts as a transition.</summary>
    public static void Begin(SourceWriter writer, MachinePlan plan) => writer.Line($"{Inside(plan)}++;").Open("try");

    /// <summary>Ends the block.</summary>
    public static void End(SourceWriter writer, MachinePlan plan) => writer.Close().Open("finally").Line($"{Inside(plan)}--;").Close();

    private static string Inside(MachinePlan plan) => plan.Prefix + "Inside";

    private static void EmitSave(SourceWriter writer, SnapshotModel snapshot, MachinePlan plan)
    {
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.Save}({Kit}CompilerServices.SnapshotWriter snapshot)");
        if (NoticesInside(plan))
        {
            writer.Line($"snapshot.Between({Inside(plan)} > 0);");
        }

        EmitJson(writer, snapshot);
        foreach (var kept in snapshot.Kept)
        {
            writer.Line($"snapshot.{Method(kept)}({Name(kept)}, this.{kept.Name});");
        }

        if (plan.Completes)
        {
            writer.Line($"snapshot.Completed({FollowingEmitter.Completed(plan)});");
        }

        if (CountsEntered(plan))
        {
            writer.Line($"snapshot.Entered({PathEmitter.Entered(plan)});");
        }

        for (var input = 0; input < plan.Inputs.Count; input++)
        {
            if (!plan.Inputs[input].IsBorrowed)
            {
                writer.Line($"snapshot.Input<{plan.Inputs[input].Type}>({input}, {Literal.Of(snapshot.IsEmpty[input])}, {Queue(plan, input)});");
            }
        }

        if (plan.Defers)
        {
            writer.Line($"snapshot.Deferred({WaitingEmitter.Deferred(plan)});");
        }

        writer.Close();
    }

    private static void EmitLoad(SourceWriter writer, SnapshotModel snapshot, MachinePlan plan)
    {
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.Load}({Kit}CompilerServices.SnapshotReader snapshot)");
        EmitJson(writer, snapshot);
        foreach (var kept in snapshot.Kept)
        {
            writer.Line($"this.{kept.Name} = snapshot.{Method(kept)}<{kept.Type}>({Name(kept)});");
        }

        foreach (var state in HistoryEmitter.Asked(plan))
        {
            writer.Line($"{HistoryEmitter.Left(plan, state)} = snapshot.Left({state});");
        }

        if (plan.Completes)
        {
            writer.Line($"{FollowingEmitter.Completed(plan)} = snapshot.IsCompleted;");
        }

        if (CountsEntered(plan))
        {
            writer.Line($"{PathEmitter.Entered(plan)} = snapshot.Entered();");
        }

        if (plan.Defers)
        {
            writer.Open("if (snapshot.HasDeferred)").Line($"{WaitingEmitter.Deferred(plan)} ??= new();").Close().Line();
            writer.Line($"snapshot.Deferred({WaitingEmitter.Deferred(plan)});");
        }

        writer.Close();
    }

    private static void EmitInputs(SourceWriter writer, SnapshotModel snapshot, MachinePlan plan)
    {
        if (plan.Inputs.All(static input => input.IsBorrowed))
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.LoadInput}({Kit}CompilerServices.SnapshotReader snapshot, int input)").Open("switch (input)");
        for (var input = 0; input < plan.Inputs.Count; input++)
        {
            if (!plan.Inputs[input].IsBorrowed)
            {
                writer.Line($"case {input}:").Indented(
                    $"snapshot.Take<{plan.Inputs[input].Type}>({input}, {Literal.Of(snapshot.IsEmpty[input])}, this, {Queue(plan, input)});\nbreak;");
            }
        }

        writer.Close().Close();
    }

    private static void EmitArm(SourceWriter writer, MachinePlan plan)
    {
        if (TimeoutEmitter.Timers(plan) is > 0 and var timers)
        {
            writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.Arm}(int timer, global::System.TimeSpan left)").Open("switch (timer)");
            for (var timer = 0; timer < timers; timer++)
            {
                writer.Line($"case {timer}:").Indented($"({TimeoutEmitter.Made(plan, timer)}).Arm(left);\nbreak;");
            }

            writer.Close().Close();
        }
    }

    /// <summary>Writes the method that restarts work that was under way.</summary>
    private static void EmitResume(SourceWriter writer, MachinePlan plan)
    {
        var states = Enumerable.Range(0, plan.States.Count).Where(state => plan.States[state].Invocations.Count > 0).ToList();
        if (states.Count > 0)
        {
            writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.Resume}(int state)").Open("switch (state)");
            foreach (var state in states)
            {
                writer.Line($"case {state}: // {plan.States[state].Name}").Indented(string.Concat(InvocationEmitter.Starting(plan, state).Select(static call => call + ";\n")) + "break;");
            }

            writer.Close().Close();
        }
    }

    private static void EmitJson(SourceWriter writer, SnapshotModel snapshot)
    {
        if (snapshot.Json is not null)
        {
            writer.Line($"snapshot.Json = {snapshot.Json};");
        }
    }

    private static bool CountsEntered(MachinePlan plan) => plan.Leaves.Count > 0 && LifeEmitter.IsDynamic(plan);

    /// <summary>Returns the expression for the queue of deferred events of an input.</summary>
    private static string Queue(MachinePlan plan, int input) =>
        plan.Defers && plan.RowsOf(input).Any(static row => row.Row.Answer == AnswerKind.Defer) ? $"{WaitingEmitter.Deferred(plan)}?.To_{plan.Inputs[input].Identifier}" : "null";

    private static string Method(KeptModel kept) => kept.IsEnum ? "KeepEnum" : "Keep";

    private static string Name(KeptModel kept) => Literal.Of(kept.Name.TrimStart('@'));
}
