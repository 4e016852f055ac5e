using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Creates the models of the rows. Rows with an error are left out, so that the output compiles and the author sees one message instead of
/// many.
/// </summary>
internal static class RowModels
{
    /// <summary>
    /// Returns the rows of each state and then of the class: the rows of each event in the order in which they are tried, then the
    /// timeouts.
    /// </summary>
    /// <param name="reading">The gclass.</param>
    /// <param name="leadsBack">Whether an event can come to the gobj while the action or guard runs.</param>
    public static IEnumerable<RowModel> Of(MachineReading reading, Func<IMethodSymbol, bool> leadsBack) =>
        InOrder(reading.Rows.Where(IsWhole)).Select(row => Model(row, leadsBack));

    /// <summary>Returns rows in that order.</summary>
    public static IEnumerable<RowSite> InOrder(IEnumerable<RowSite> rows) =>
        from row in rows
        orderby row.State?.Index ?? int.MaxValue, row.IsOfEvent ? row.Input : int.MaxValue, row.IsOfEvent || row.Answer.IsTimeout() ? AnswerKind.On : row.Answer
        select row;

    /// <summary>Whether a row answers the input in the state, even if the row has an error.</summary>
    public static bool Answers(MachineReading reading, StateSite state, int input)
    {
        var path = reading.Nesting.PathOf(state).ToList();
        return path.Exists(static around => around.IsClosed)
            || reading.Rows.Any(row => row.Input == input && (row.State is null || path.Exists(around => ReferenceEquals(row.State, around))));
    }

    private static bool IsWhole(RowSite row) =>
        (row.Answer.IsTimeout() ? row.Delay?.Model is not null : !row.IsOfEvent || row.Input >= 0)
        && row is not ({ Answer: AnswerKind.Defer, Event.IsRefLikeType: true } or { State.History: not null } or { Forward.Problem: not ForwardProblem.None })
        && row.Calls.All(static call => call.Problem == CallProblem.None) && row.Next is not { Index: < 0 };

    private static RowModel Model(RowSite row, Func<IMethodSymbol, bool> leadsBack) => new(
        row.State?.Index ?? RowModel.GClass, row.Input, row.Answer, row.Forward is null ? row.Action?.Model : Model(row.Forward).ToCall(), row.Next?.Index ?? -1,
        row.Reenters, row.Guard?.Model, row.Delay?.Model,
        row.Forward is not null || (row.Action?.Method is { } action && leadsBack(action)), row.Guard?.Method is { } guard && leadsBack(guard));

    private static ForwardModel Model(ForwardSite forward) => new(
        forward.To,
        forward.Member is { } member ? $"{CallReader.On(member)}.{member.Escaped()}" : null, forward.Event!.ShortName(), forward.Event!.FullName(), forward.Map?.Model);
}
