/// <summary>Writes cells as statements of a method by hand.</summary>
internal abstract class HandWrittenText(CellTable table)
{
    protected CellTable Table { get; } = table;

    /// <summary>Returns the statements of one cell, with the payload as an expression.</summary>
    protected string Arm(int state, int id, string value)
    {
        var cell = Table.Cells[state][id];
        var guarded = cell.Guarded is null ? "" : $"if ({value} >= {CellAction.Limit}) {{ {Body(id, cell.Guarded, value)} }} ";
        return guarded + Body(id, cell, value);
    }

    /// <summary>Returns the arms of all events in one state.</summary>
    protected IEnumerable<string> ArmsOfState(int state, string indent) =>
        Enumerable.Range(0, Table.Events).Select(id => $"{indent}case {id}: {Arm(state, id, "value")}");

    private string Body(int id, Cell cell, string value) => cell.Kind switch
    {
        CellKind.Refuse => "return Refuse();",
        CellKind.Ignore => "return Outcome.Ignored;",
        _ => $"{(cell.Next is { } next ? $"State = {next}; " : "")}{cell.Action!.Statements(value, Table.Constant(id, cell.Action))}; return Outcome.Handled;",
    };
}
