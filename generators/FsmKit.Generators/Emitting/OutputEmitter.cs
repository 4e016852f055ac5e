using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the Publish methods, one for each declared output event.</summary>
internal static class OutputEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model)
    {
        foreach (var e in model.Outputs)
        {
            var type = $"global::FsmKit.CompilerServices.Subscribers<{e.Type}>";
            var field = Field(model, e);
            writer.Line().MarkField().Line($"{type} {field};");
            writer.Line().Mark().Line($"global::FsmKit.SubscriberList<{e.Type}> global::FsmKit.IPublish<{e.Type}>.Subscribers => new(ref {field});");
            if (model.Has(MachineModel.PublishOf(e.Type)))
            {
                writer.Line().Line("/// <summary>Delivers the event to all its subscribers.</summary>").Mark();
                writer.Line($"void {KnownNames.Publish}(in {e.Type} e) => {field}.Publish(this, in e);");
            }
        }

        if (model.Outputs.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.SubscribeAll}(global::FsmKit.GObj subscriber)");
        for (var i = 0; i < model.Outputs.Count; i++)
        {
            var type = model.Outputs[i].Type;
            writer.Open($"if (subscriber is global::FsmKit.IAccept<{type}> to{i})");
            writer.Line($"global::FsmKit.SubscribeExtensions.Subscribe<{type}>(this, to{i});").Close();
            if (i < model.Outputs.Count - 1)
            {
                writer.Line();
            }
        }

        writer.Close();

        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.VisitSubscribers}(global::FsmKit.CompilerServices.SubscriberVisit visit)");
        foreach (var e in model.Outputs)
        {
            writer.Line($"{Field(model, e)}.Visit(visit);");
        }

        writer.Close();
    }

    private static string Field(MachineModel model, EventModel e) => $"{model.Prefix}To_{e.Identifier}";
}
