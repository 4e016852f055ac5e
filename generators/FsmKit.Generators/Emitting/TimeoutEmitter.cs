using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the state timeouts: a timer each, made when it is first needed.</summary>
internal static class TimeoutEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model)
    {
        for (var row = 0; row < model.Rows.Count; row++)
        {
            if (model.Rows[row].Delay is { } delay)
            {
                EmitTimer(writer, row, delay);
                EmitDue(writer, model, row);
            }
        }
    }

    private static void EmitTimer(SourceWriter writer, int row, DelayModel delay)
    {
        writer.Line().Line($"private global::FsmKit.LoopTimer? _fsmTimeout{row};");
        writer.Line().Open($"private void Arm_Timeout{row}()");
        if (delay.IsFixed)
        {
            writer.Line($"(_fsmTimeout{row} ??= new global::FsmKit.LoopTimer(this, Due_Timeout{row})).Arm({delay.Expression});").Close();
            return;
        }

        writer.Line($"var delay = {delay.Expression};").Open("if (delay > global::System.TimeSpan.Zero)");
        writer.Line($"(_fsmTimeout{row} ??= new global::FsmKit.LoopTimer(this, Due_Timeout{row})).Arm(delay);").Close().Close();
    }

    private static void EmitDue(SourceWriter writer, MachineModel model, int index)
    {
        var row = model.Rows[index];
        writer.Line().Open($"private void Due_Timeout{index}()");
        var guard = row.Guard is null ? "" : $" || !{row.Guard}";
        writer.Open($"if (base.IsDestroyed || (base.Gate & global::FsmKit.MachineGate.State) != {row.State}{guard})").Line("return;").Close().Line();
        writer.Line($"var traced = base.BeginTrace(-1, {index}, null);");
        writer.Open("try").Line($"{RowEmitter.Call(model, index)};").Close();
        writer.Open("finally").Line("base.EndTrace(traced, global::FsmKit.Outcome.Handled);").Close().Close();
    }
}
