using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the queue of events that wait for a busy gobj: one typed queue per input that can be kept.</summary>
internal static class WaitingEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model)
    {
        if (model.Lane != Lane.Queued)
        {
            return;
        }

        writer.Line().Line("private WaitingInputs? _waiting;");
        writer.Line().Line("/// <inheritdoc/>").Line("protected override bool WaitsWhenBusy => true;");
        writer.Line().Line("/// <inheritdoc/>").Line("protected override global::FsmKit.WaitingEvents? Waiting => _waiting;");
        writer.Line().Line("/// <inheritdoc/>").Open("protected override void HandleWaiting()").Line("var waiting = _waiting!;").Open("switch (waiting.Next())");
        for (var input = 0; input < model.Inputs.Count; input++)
        {
            var e = model.Inputs[input];
            if (!e.IsBorrowed)
            {
                writer.Open($"case {input}:").Line($"var e = waiting.{e.Identifier}.Take(out var source);").Line($"Run_{e.Identifier}(source, in e);").Line("break;").Close().Line();
            }
        }

        writer.Close().Close();
        writer.Line().Open($"private sealed class WaitingInputs() : global::FsmKit.WaitingEvents({model.QueueCapacity})");
        foreach (var e in model.Inputs.Where(static input => !input.IsBorrowed))
        {
            writer.Line($"public readonly global::FsmKit.EventFifo<{e.Type}> {e.Identifier} = new();");
        }

        writer.Close();
    }
}
