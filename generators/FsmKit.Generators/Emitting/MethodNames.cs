using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// What the methods of rows and guards are called. Rows that do the same from different states are one method, unless leaving those states
/// differs. The number of the first of them keeps apart what a name and an event put together could not.
/// </summary>
internal sealed class MethodNames
{
    private readonly MachinePlan _plan;
    private readonly string?[] _leaving;
    private readonly Dictionary<(int Input, AnswerKind Answer, CallModel? Action, int Next, string Leaving), int> _firstRows = [];
    private readonly Dictionary<(int Input, CallModel Guard), int> _firstGuards = [];

    /// <summary>Names the methods of a plan whose rows are sorted.</summary>
    public MethodNames(MachinePlan plan)
    {
        _plan = plan;
        _leaving = new string?[plan.States.Count];
        for (var index = 0; index < plan.Rows.Count; index++)
        {
            Note(index, plan.Rows[index]);
        }
    }

    /// <summary>The method of a row.</summary>
    public string OfRow(int index)
    {
        var row = _plan.Rows[index];
        var first = row.IsTimeout ? index : _firstRows[KeyOf(row)];
        var state = _plan.States[_plan.Rows[first].State].Name.TrimStart('@');
        return $"{_plan.Prefix}Row{first}_{state}_{Subject(row)}";
    }

    /// <summary>The method that asks the guard of a row.</summary>
    public string OfGuard(RowModel row) =>
        $"{_plan.Prefix}Asks{_firstGuards[KeyOfGuard(row)]}_{row.Guard!.Name.TrimStart('@')}_{Subject(row)}";

    private static (int Input, CallModel Guard) KeyOfGuard(RowModel row) => (row.IsTimeout ? -1 : row.Input, row.Guard!);

    private string Subject(RowModel row) => row.IsTimeout ? "After" : _plan.Inputs[row.Input].Identifier;

    private void Note(int index, RowModel row)
    {
        if (!row.IsTimeout && !_firstRows.ContainsKey(KeyOf(row)))
        {
            _firstRows.Add(KeyOf(row), index);
        }

        if (row.Guard is not null && !_firstGuards.ContainsKey(KeyOfGuard(row)))
        {
            _firstGuards.Add(KeyOfGuard(row), index);
        }
    }

    private (int Input, AnswerKind Answer, CallModel? Action, int Next, string Leaving) KeyOf(RowModel row) =>
        (row.Input, row.Answer, row.Action, row.Next, row.Next < 0 ? "" : Leaving(row.State));

    private string Leaving(int state) => _leaving[state] ??= string.Join(";", LifeEmitter.Leaving(_plan, state, ""));
}
