using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Writes the queues of waiting events, one typed queue per input that can wait. Events that the busy gobj sent to itself come first, then
/// deferred events after a change of the leaf, then events of others.
/// </summary>
internal static class WaitingEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        if (plan.Lane != Lane.Queued)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Mark().Line($"protected override bool {KnownNames.WaitsWhenBusy} => true;");
        if (!plan.KeepsEvents)
        {
            return;
        }

        string[] rooms = plan.Defers ? [Raised(plan), Deferred(plan), Waiting(plan)] : [Raised(plan), Waiting(plan)];
        foreach (var room in rooms)
        {
            writer.Line().MarkField().Line($"{Type(plan)}? {room};");
        }

        writer.Line().Line("/// <inheritdoc/>").Mark();
        writer.Line($"protected override int {KnownNames.Kept} => {string.Join(" + ", rooms.Select(static room => $"({room}?.Count ?? 0)"))};");
        writer.Line().Line("/// <inheritdoc/>").Mark();
        writer.Line($"protected override global::System.Collections.Generic.IReadOnlyList<global::FsmKit.CompilerServices.WaitingEvents?> {KnownNames.Queues} => new global::FsmKit.CompilerServices.WaitingEvents?[] {{ {string.Join(", ", rooms)} }};");
        writer.Line().Mark().Line($"{Type(plan)} {Room(plan)}({plan.Source}) => source == this ? {Raised(plan)} ??= new() : {Waiting(plan)} ??= new();");
        EmitHandleKept(writer, plan);
        EmitHandle(writer, plan);
        if (plan.Defers)
        {
            DeferringEmitter.Emit(writer, plan);
        }

        writer.Line().Mark().Open($"private sealed class {Type(plan)}() : global::FsmKit.CompilerServices.WaitingEvents({plan.QueueCapacity})");
        foreach (var e in plan.Inputs.Where(static input => !input.IsBorrowed))
        {
            writer.Line($"public readonly global::FsmKit.CompilerServices.EventFifo<{e.Type}> To_{e.Identifier} = new();");
        }

        writer.Close();
    }

    /// <summary>Begins a block during which events wait.</summary>
    public static void Begin(SourceWriter writer, MachinePlan plan) => writer.Line($"base.Gate |= {plan.Gate}.Busy;").Open("try");

    /// <summary>Ends the block and handles the waiting events.</summary>
    public static void End(SourceWriter writer) => writer.Close().Open("finally").Line("base.Settle();").Close();

    /// <summary>Returns the statements that keep an event until the gobj is free.</summary>
    public static IEnumerable<string> Keeping(MachinePlan plan, int input) =>
    [
        $"var room = {Room(plan)}(source);",
        $"return base.KeepWaiting(room, room.To_{plan.Inputs[input].Identifier}, {input}, source, in e);",
    ];

    /// <summary>Returns the expression: whether an event waits that the gobj has sent to itself.</summary>
    public static string HasRaised(MachinePlan plan) => $"{Raised(plan)} is {{ Count: > 0 }}";

    /// <summary>Returns the name of the field with the deferred events.</summary>
    public static string Deferred(MachinePlan plan) => plan.Prefix + "Deferred";

    /// <summary>Returns the name of the class of queues.</summary>
    public static string Type(MachinePlan plan) => plan.Prefix + "KeptInputs";

    private static string Waiting(MachinePlan plan) => plan.Prefix + "Waiting";

    private static string Raised(MachinePlan plan) => plan.Prefix + "Raised";

    private static string Room(MachinePlan plan) => plan.Prefix + "RoomFor";

    private static void EmitHandleKept(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override bool {KnownNames.HandleKept}()");
        EmitHandle(writer, plan, Raised(plan));
        if (plan.Completes)
        {
            writer.Open($"if ({FollowingEmitter.Completed(plan)})").Line(Faults.Declaration);
            Begin(writer, plan);
            writer.Line(FollowingEmitter.Follow(plan));
            End(writer);
            writer.Line().Line(Faults.Thrown).Line("return true;").Close().Line();
        }

        if (plan.Invokes)
        {
            writer.Open("if (base.DeliverInvocation())").Line("return true;").Close().Line();
        }

        if (plan.Defers)
        {
            writer.Open($"if ({DeferringEmitter.Retry(plan)})").Line("return true;").Close().Line();
        }

        EmitHandle(writer, plan, Waiting(plan));
        writer.Line("return false;").Close();
    }

    private static void EmitHandle(SourceWriter writer, MachinePlan plan, string room) =>
        writer.Open($"if ({room} is {{ Count: > 0 }})").Line($"{plan.Prefix}Handle({room});").Line("return true;").Close().Line();

    private static void EmitHandle(SourceWriter writer, MachinePlan plan)
    {
        writer.Line().Mark().Open($"void {plan.Prefix}Handle({Type(plan)} kept)").Open("switch (kept.Next())");
        for (var input = 0; input < plan.Inputs.Count; input++)
        {
            var e = plan.Inputs[input];
            if (!e.IsBorrowed)
            {
                writer.Open($"case {input}:").Line($"var e = kept.To_{e.Identifier}.Take(out var source);").Line($"{SlowLaneEmitter.Slow(plan, e)}(in e, source);").Line("break;").Close().Line();
            }
        }

        writer.Close().Close();
    }
}
