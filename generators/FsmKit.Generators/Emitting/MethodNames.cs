using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// What the methods of rows and guards are called. Rows that do the same from different states are one method, unless leaving those states
/// differs. The number of the first of them keeps apart what a name and an event put together could not.
/// </summary>
internal sealed class MethodNames(MachinePlan plan)
{
    private readonly string?[] _leaving = new string?[plan.States.Count];
    private readonly Dictionary<(int Input, AnswerKind Answer, CallModel? Action, int Next, string Leaving), int> _firstRows = [];
    private readonly Dictionary<(int Input, CallModel Guard), int> _firstGuards = [];
    private bool _isFilled;

    /// <summary>The method of a row.</summary>
    public string OfRow(int index)
    {
        Fill();
        var row = plan.Rows[index];
        var first = row.IsTimeout ? index : _firstRows[KeyOf(row)];
        var state = plan.States[plan.Rows[first].State].Name.TrimStart('@');
        return $"{plan.Prefix}Row{first}_{state}_{Subject(row)}";
    }

    /// <summary>The method that asks the guard of a row.</summary>
    public string OfGuard(RowModel row)
    {
        Fill();
        return $"{plan.Prefix}Asks{_firstGuards[KeyOfGuard(row)]}_{row.Guard!.Name.TrimStart('@')}_{Subject(row)}";
    }

    private static (int Input, CallModel Guard) KeyOfGuard(RowModel row) => (row.IsTimeout ? -1 : row.Input, row.Guard!);

    private string Subject(RowModel row) => row.IsTimeout ? "After" : plan.Inputs[row.Input].Identifier;

    private void Fill()
    {
        if (_isFilled)
        {
            return;
        }

        _isFilled = true;
        for (var index = 0; index < plan.Rows.Count; index++)
        {
            var row = plan.Rows[index];
            if (!row.IsTimeout && !_firstRows.ContainsKey(KeyOf(row)))
            {
                _firstRows.Add(KeyOf(row), index);
            }

            if (row.Guard is not null && !_firstGuards.ContainsKey(KeyOfGuard(row)))
            {
                _firstGuards.Add(KeyOfGuard(row), index);
            }
        }
    }

    private (int Input, AnswerKind Answer, CallModel? Action, int Next, string Leaving) KeyOf(RowModel row) =>
        (row.Input, row.Answer, row.Action, row.Next, row.Next < 0 ? "" : Leaving(row.State));

    private string Leaving(int state) => _leaving[state] ??= string.Join(";", LifeEmitter.Leaving(plan, state, ""));
}
