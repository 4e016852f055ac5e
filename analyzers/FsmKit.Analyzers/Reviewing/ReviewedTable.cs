using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;

namespace FsmKit.Analyzers.Reviewing;

/// <summary>Writes the reviewed table of a gclass from its source: the same text as <c>MachineDescription.ToReviewedTable</c>.</summary>
internal static class ReviewedTable
{
    public static string Of(MachineReading reading) => ReviewedText.Of(
        reading.GClass.Name, LaneChoice.IsNested(reading), reading.Inputs.Select(static e => e.Model.Name), reading.Outputs.Select(static e => e.Model.Name), Lines(reading));

    private static IEnumerable<string[]> Lines(MachineReading reading)
    {
        foreach (var line in Start(reading, ReviewedText.AnyState, -1).Concat(DepthFirst(reading, -1).SelectMany(state => OfState(reading, state))))
        {
            yield return line;
        }

        foreach (var row in RowModels.InOrder(reading.RowsByScope[RowModel.GClass]))
        {
            yield return Row(ReviewedText.AnyState, row);
        }
    }

    private static IEnumerable<StateSite> DepthFirst(MachineReading reading, int parent) => reading.States
        .Where(state => reading.Nesting.ParentOf(state.Index) == parent).SelectMany(state => DepthFirst(reading, state.Index).Prepend(state));

    private static IEnumerable<string[]> Start(MachineReading reading, string name, int level)
    {
        if (reading.Nesting.StartOf(level) is >= 0 and var start)
        {
            yield return [name, ReviewedText.StartsIn, "", "", reading.States[start].Symbol.Name];
        }
    }

    private static IEnumerable<string[]> OfState(MachineReading reading, StateSite state)
    {
        var name = string.Join(".", reading.Nesting.PathOf(state).Reverse().Select(static around => around.Symbol.Name));
        return Start(reading, name, state.Index).Concat(Own(reading, state).DefaultIfEmpty(["", "", "", "", ""]).Select(cells => cells.Skip(1).Prepend(name).ToArray()));
    }

    /// <summary>Returns the lines of a state without its name.</summary>
    private static IEnumerable<string[]> Own(MachineReading reading, StateSite state)
    {
        if (state.History is { } history)
        {
            var next = history.Default?.Index ?? reading.Nesting.StartOf(reading.Nesting.ParentOf(state.Index));
            yield return ["", history.IsDeep ? "(deep history)" : "(history)", "", "", reading.States[next].Symbol.Name];
        }

        foreach (var enter in state.Enter)
        {
            yield return ["", "(enter)", "", enter.Name, ""];
        }

        foreach (var work in state.Invocations)
        {
            yield return ["", "(invoke)", "", ReviewedText.Work(work.Work?.Name, reading.Inputs[work.Input].Model.Name, reading.Inputs[work.FailureInput].Model.Name), ""];
        }

        foreach (var row in RowModels.InOrder(reading.RowsByScope[state.Index]))
        {
            yield return Row("", row);
        }

        foreach (var exit in state.Exit)
        {
            yield return ["", "(exit)", "", exit.Name, ""];
        }

        if (state.IsClosed)
        {
            yield return ["", "(all others)", "", "(Refuse)", ""];
        }

        if (state is { Final: not null, History: null } && !reading.Nesting.IsComposite(state.Index))
        {
            yield return ["", "(final)", "", "", ""];
        }
    }

    private static string[] Row(string state, RowSite row) =>
    [
        state, row.Delay?.Model is { } delay ? $"{row.Answer}({delay.Text.TrimStart('@')})" : row.Event?.ShortName() ?? $"{row.Answer}", row.Guard?.Name ?? "", Effect(row),
        row.Next is { } next ? next.Text + (row.Reenters ? " (reenter)" : "") : "",
    ];

    private static string Effect(RowSite row) =>
        row.Answer is AnswerKind.Ignore or AnswerKind.Refuse or AnswerKind.Defer ? $"({row.Answer})"
        : row.Forward is { } forward ? ReviewedText.Forward(forward.To, forward.Event?.ShortName(), forward.Map?.Name)
        : row.Action?.Name ?? "";
}
