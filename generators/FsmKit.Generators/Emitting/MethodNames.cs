using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// What the methods of rows and guards are called. Rows that do the same from different leaves are one method, unless leaving those leaves
/// differs. The number of the first of them keeps apart what a name and an event put together could not.
/// </summary>
internal sealed class MethodNames
{
    private readonly MachinePlan _plan;
    private readonly Dictionary<(int Leaf, int Kept), string> _leaving = [];
    private readonly Dictionary<(int Subject, AnswerKind Answer, CallModel? Action, int To, int Kept, string Leaving), PlannedRow> _firstRows = [];
    private readonly Dictionary<(int Input, CallModel Guard), int> _firstGuards = [];

    /// <summary>Names the methods of a plan whose rows are resolved.</summary>
    public MethodNames(MachinePlan plan)
    {
        _plan = plan;
        foreach (var row in plan.RowsAndChoices)
        {
            Note(row);
        }
    }

    /// <summary>The first of the rows that are one method with a row.</summary>
    public PlannedRow FirstOf(PlannedRow row) => _firstRows[KeyOf(row)];

    /// <summary>The method of a row.</summary>
    public string OfRow(PlannedRow row)
    {
        var first = FirstOf(row);
        return $"{_plan.Prefix}Row{first.Number}_{_plan.LeafAt(first.Leaf).Name.TrimStart('@')}_{Subject(row.Row)}";
    }

    /// <summary>The method that asks the guard of a row.</summary>
    public string OfGuard(RowModel row) =>
        $"{_plan.Prefix}Asks{_firstGuards[KeyOfGuard(row)]}_{row.Guard!.Name.TrimStart('@')}_{Subject(row)}";

    private static (int Input, CallModel Guard) KeyOfGuard(RowModel row) => (row.Input < 0 ? -1 - (int)row.Answer : row.Input, row.Guard!);

    private string Subject(RowModel row) => row.Input < 0 ? $"{row.Answer}" : _plan.Inputs[row.Input].Identifier;

    private void Note(PlannedRow row)
    {
        if (!_firstRows.ContainsKey(KeyOf(row)))
        {
            _firstRows.Add(KeyOf(row), row);
        }

        if (row.Row.Guard is not null && !_firstGuards.ContainsKey(KeyOfGuard(row.Row)))
        {
            _firstGuards.Add(KeyOfGuard(row.Row), row.Number);
        }
    }

    /// <summary>Each timeout has a method of its own.</summary>
    private (int Subject, AnswerKind Answer, CallModel? Action, int To, int Kept, string Leaving) KeyOf(PlannedRow row) =>
        (row.Row.IsTimeout ? row.Site : row.Row.Input, row.Row.Answer, row.Row.Action, row.To, row.Kept,
            Leaving(row) + string.Concat(LifeEmitter.Rearming(_plan, row)) + (_plan.Follows(row) ? "." : ""));

    /// <summary>Where it is found at run time what is left, that makes no difference.</summary>
    private string Leaving(PlannedRow row)
    {
        if (!row.Moves || LifeEmitter.IsDynamic(_plan))
        {
            return "";
        }

        if (!_leaving.TryGetValue((row.Leaf, row.Kept), out var text))
        {
            _leaving.Add((row.Leaf, row.Kept), text = string.Join(";", LifeEmitter.Leaving(_plan, [.. row.Leaves], "")));
        }

        return text;
    }
}
