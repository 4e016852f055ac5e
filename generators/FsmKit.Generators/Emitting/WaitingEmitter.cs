using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the queue of events that wait for a busy gobj: one typed queue per input that can be kept.</summary>
internal static class WaitingEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        if (plan.Lane != Lane.Queued)
        {
            return;
        }

        var (queues, type) = (Queues(plan), plan.Prefix + "WaitingInputs");
        writer.Line().Line("/// <inheritdoc/>").Mark().Line($"protected override bool {KnownNames.WaitsWhenBusy} => true;");
        if (plan.Inputs.All(static input => input.IsBorrowed))
        {
            return;
        }

        writer.Line().MarkField().Line($"{type}? {queues};");
        writer.Line().Line("/// <inheritdoc/>").Mark().Line($"protected override global::FsmKit.WaitingEvents? {KnownNames.Waiting} => {queues};");
        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.HandleWaiting}()");
        writer.Line($"var waiting = {queues}!;").Open("switch (waiting.Next())");
        for (var input = 0; input < plan.Inputs.Count; input++)
        {
            var e = plan.Inputs[input];
            if (!e.IsBorrowed)
            {
                writer.Open($"case {input}:").Line($"var e = waiting.To_{e.Identifier}.Take(out var source);").Line($"{SlowLaneEmitter.Slow(plan, e)}(in e, source);").Line("break;").Close().Line();
            }
        }

        writer.Close().Close();
        writer.Line().Mark().Open($"private sealed class {type}() : global::FsmKit.WaitingEvents({plan.QueueCapacity})");
        foreach (var e in plan.Inputs.Where(static input => !input.IsBorrowed))
        {
            writer.Line($"public readonly global::FsmKit.EventFifo<{e.Type}> To_{e.Identifier} = new();");
        }

        writer.Close();
    }

    /// <summary>Begins a block during which events wait.</summary>
    public static void Begin(SourceWriter writer, MachinePlan plan) => writer.Line($"base.Gate |= {plan.Gate}.Busy;").Open("try");

    /// <summary>Ends it: what waits is handled.</summary>
    public static void End(SourceWriter writer) => writer.Close().Open("finally").Line("base.Settle();").Close();

    /// <summary>The expression that keeps an event until the gobj is free.</summary>
    public static string Keep(MachinePlan plan, int input)
    {
        var (e, queues) = (plan.Inputs[input], Queues(plan));
        return $"base.KeepWaiting({queues} ??= new {plan.Prefix}WaitingInputs(), {queues}.To_{e.Identifier}, {input}, source, in e)";
    }

    private static string Queues(MachinePlan plan) => plan.Prefix + "Waiting";
}
