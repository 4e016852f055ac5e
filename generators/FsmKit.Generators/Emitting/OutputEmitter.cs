using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the publishing of the declared output events, and of no other.</summary>
internal static class OutputEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model)
    {
        foreach (var e in model.Outputs)
        {
            var type = $"global::FsmKit.Subscribers<{e.Type}>";
            writer.Line().Line($"private {type} _fsmTo_{e.Identifier};");
            writer.Line().Line($"ref {type} global::FsmKit.IPublish<{e.Type}>.Subscribers => ref _fsmTo_{e.Identifier};");
            writer.Line().Line("/// <summary>Delivers the event to everybody who subscribed to it.</summary>");
            writer.Line($"private void Publish(in {e.Type} e) => _fsmTo_{e.Identifier}.Publish(this, in e);");
        }

        if (model.Outputs.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Open("protected override void SubscribeAll(global::FsmKit.GObj subscriber)");
        for (var i = 0; i < model.Outputs.Count; i++)
        {
            var type = model.Outputs[i].Type;
            writer.Open($"if (subscriber is global::FsmKit.IAccept<{type}> to{i})");
            writer.Line($"global::FsmKit.Subscribing.Subscribe<{type}>(this, to{i});").Close();
            if (i < model.Outputs.Count - 1)
            {
                writer.Line();
            }
        }

        writer.Close();

        writer.Line().Line("/// <inheritdoc/>").Open("protected override void EndSubscribers(bool force)");
        foreach (var e in model.Outputs)
        {
            writer.Line($"_fsmTo_{e.Identifier}.End(force);");
        }

        writer.Close();
    }
}
