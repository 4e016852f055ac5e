using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;

namespace FsmKit.Analyzers.Guards;

/// <summary>Groups rows that are tried one after the other.</summary>
internal static class GuardedRows
{
    /// <summary>
    /// Returns the rows of each state, and of the class, by event, with those without an event, in the order in which they are tried.
    /// </summary>
    public static IEnumerable<IEnumerable<RowSite>> ByScopeAndEvent(MachineReading reading) =>
        reading.RowsByScope.SelectMany(static scope => scope.Where(static row => !row.Answer.IsTimeout() && (!row.IsOfEvent || row.Input >= 0)).GroupBy(static row => (row.Input, row.IsOfEvent ? AnswerKind.On : row.Answer)));
}
