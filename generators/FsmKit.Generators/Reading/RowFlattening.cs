using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Resolves which rows hold in which state: a state's own rows, and for each event of which it says nothing those of the class. Rows that
/// could not be read whole are left out, so that what is emitted compiles and the author sees one message, not a cascade.
/// </summary>
internal static class RowFlattening
{
    /// <summary>The rows of each state.</summary>
    /// <param name="reading">The gclass.</param>
    /// <param name="leadsBack">Whether an event can come to the gobj while the action or guard runs.</param>
    public static IEnumerable<RowModel> Rows(MachineReading reading, Func<IMethodSymbol, bool> leadsBack)
    {
        foreach (var state in reading.States)
        {
            var own = reading.Rows.Where(row => ReferenceEquals(row.State, state)).ToList();
            for (var input = 0; input < reading.Inputs.Count; input++)
            {
                var rows = own.Where(row => row.Input == input).ToList();
                if (rows.Count == 0)
                {
                    rows = [.. reading.Rows.Where(row => row.State is null && row.Input == input)];
                }

                foreach (var row in rows.Where(IsWhole))
                {
                    yield return Model(row, state.Index, leadsBack);
                }
            }

            foreach (var row in own.Where(static row => row is { Answer: AnswerKind.After, Delay.Model: not null } && IsWhole(row)))
            {
                yield return Model(row, state.Index, leadsBack);
            }
        }
    }

    /// <summary>Whether the state says anything about the input, be it in a row that has a problem of its own.</summary>
    public static bool Answers(MachineReading reading, StateSite state, int input) =>
        state.IsClosed || reading.Rows.Any(row => row.Input == input && (row.State is null || ReferenceEquals(row.State, state)));

    private static bool IsWhole(RowSite row) =>
        row.Calls.All(static call => call.Problem == CallProblem.None) && row.Next is not { Index: < 0 };

    private static RowModel Model(RowSite row, int state, Func<IMethodSymbol, bool> leadsBack) => new(
        state, row.Input, row.Answer, row.Action?.Model, row.Next?.Index ?? -1, row.Guard?.Model, row.Delay?.Model,
        row.Action?.Method is { } action && leadsBack(action), row.Guard?.Method is { } guard && leadsBack(guard));
}
