using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the method that lets a description of a gobj evaluate guards without an event, by the number of their row.</summary>
internal static class AskEmitter
{
    public static void Emit(SourceWriter writer, MachinePlan plan)
    {
        var guards = Enumerable.Range(0, plan.Sites.Count)
            .Where(site => !plan.Sites[site].IsTimeout && plan.Sites[site].Guard is { Shape: CallShape.Bare })
            .GroupBy(site => plan.Sites[site].Guard!.ToString())
            .Select(static same => $"{string.Join(" or ", same)} => {same.Key}")
            .ToList();
        if (guards.Count > 0)
        {
            writer.Line().Line("/// <inheritdoc/>").Mark();
            writer.Line($"protected override bool? {KnownNames.Ask}(int row) => row switch {{ {string.Join(", ", guards)}, _ => null }};");
        }
    }
}
