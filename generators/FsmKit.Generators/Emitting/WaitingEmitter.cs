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

        writer.Line().Line("/// <inheritdoc/>").Line($"protected override bool {KnownNames.WaitsWhenBusy} => true;");
        if (model.Inputs.All(static input => input.IsBorrowed))
        {
            return;
        }

        writer.Line().Line("private FsmWaitingInputs? _fsmWaiting;");
        writer.Line().Line("/// <inheritdoc/>").Line("protected override global::FsmKit.WaitingEvents? Waiting => _fsmWaiting;");
        writer.Line().Line("/// <inheritdoc/>").Open("protected override void HandleWaiting()").Line("var waiting = _fsmWaiting!;").Open("switch (waiting.Next())");
        for (var input = 0; input < model.Inputs.Count; input++)
        {
            var e = model.Inputs[input];
            if (!e.IsBorrowed)
            {
                writer.Open($"case {input}:").Line($"var e = waiting.To_{e.Identifier}.Take(out var source);").Line($"Run_{e.Identifier}(in e, source);").Line("break;").Close().Line();
            }
        }

        writer.Close().Close();
        writer.Line().Open($"private sealed class FsmWaitingInputs() : global::FsmKit.WaitingEvents({model.QueueCapacity})");
        foreach (var e in model.Inputs.Where(static input => !input.IsBorrowed))
        {
            writer.Line($"public readonly global::FsmKit.EventFifo<{e.Type}> To_{e.Identifier} = new();");
        }

        writer.Close();
    }
}
