using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Names the methods of rows and guards. Rows with the same effect from different leaves share one method, unless they leave different
/// states. The number of the first row makes each name unique.
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

    /// <summary>Returns the first of the rows that share a method with a row.</summary>
    public PlannedRow FirstOf(PlannedRow row) => _firstRows[KeyOf(row)];

    /// <summary>Returns the name of the method of a row.</summary>
    public string OfRow(PlannedRow row)
    {
        var first = FirstOf(row);
        return $"{_plan.Prefix}Row{first.Number}_{_plan.LeafAt(first.Leaf).Name.TrimStart('@')}_{Subject(row.Row)}";
    }

    /// <summary>Returns the name of the method that evaluates the guard of a row.</summary>
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

    /// <summary>Returns the key of a row: rows with equal keys share a method. Each timeout has a method of its own.</summary>
    private (int Subject, AnswerKind Answer, CallModel? Action, int To, int Kept, string Leaving) KeyOf(PlannedRow row) =>
        (row.Row.IsTimeout ? row.Site : row.Row.Input, row.Row.Answer, row.Row.Action, row.To, row.Kept,
            Leaving(row) + string.Concat(LifeEmitter.Rearming(_plan, row)) + (_plan.Follows(row) ? "." : ""));

    /// <summary>Returns the steps that leave the states of a row. Rows whose steps are chosen at run time do not differ.</summary>
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
