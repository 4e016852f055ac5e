/// <summary>Writes a table as a gclass with the given states.</summary>
internal sealed class GClassText(CellTable table, IEnumerable<StateRows> states)
{
    private readonly StateRows[] _states = [.. states];

    /// <summary>Arguments of the attribute, in parentheses; none by default.</summary>
    public string Arguments { get; set; } = "";

    /// <summary>Whether AcCount publishes an event.</summary>
    public bool Publishes { get; set; }

    public IEnumerable<string> Lines(string kind)
    {
        yield return $"/// <summary>The table as a gclass.</summary>\n[GClass{Arguments}]";
        for (var id = 0; id < table.Events; id++)
        {
            yield return $"[Input<{table.Event(id)}>]";
        }

        if (Publishes)
        {
            yield return "[Output<EvCounted>]";
        }

        yield return $"public sealed partial class {table.Name}{kind} : GObj, IMachine\n{{\n    private enum State : byte\n    {{";
        foreach (var line in _states.SelectMany(Rows))
        {
            yield return line;
        }

        yield return """
                }

                public int Sum, Mix, Last, Count;

                public Snapshot Reached => new((int)CurrentState, Sum, Mix, Last, Count);

            """;
        foreach (var method in Actions())
        {
            yield return $"    private {method}\n";
        }

        yield return "}";
        foreach (var line in new DriverText(table, kind).ByEvent("Send"))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Rows(StateRows state)
    {
        if (state.Inside is not null)
        {
            yield return $"        [Inside({state.Inside})]";
        }

        for (var id = 0; id < table.Events; id++)
        {
            if (state.Cells[id] is { } cell)
            {
                if (cell.Guarded is not null)
                {
                    yield return Row(id, cell.Guarded, ", When = nameof(IsLarge)");
                }

                yield return Row(id, cell, "");
            }
        }

        yield return $"        {state.Name},\n";
    }

    private string Row(int id, Cell cell, string guard) => cell.Kind == CellKind.On
        ? $"        [On<{table.Event(id)}>(nameof({cell.Action!.Name}){(cell.Next is { } next ? $", Next = S{next}" : "")}{guard})]"
        : $"        [{cell.Kind}<{table.Event(id)}>]";

    /// <summary>Returns the actions and guards that the rows name, and all plain actions.</summary>
    private IEnumerable<string> Actions()
    {
        foreach (var action in CellAction.Plain)
        {
            var publication = Publishes && action.Name == "AcCount" ? "; Publish(new EvCounted(Count))" : "";
            yield return $"void {action.Name}() {{ {action.Statements()}{publication}; }}";
        }

        for (var id = 0; id < table.Events; id++)
        {
            var cells = _states.Select(state => state.Cells[id]).OfType<Cell>().ToList();
            foreach (var action in CellAction.WithPayload.Where(action => cells.Exists(cell => cell.Uses(action))))
            {
                yield return $"void {action.Name}(in {table.Event(id)} e) {{ {action.Statements("e.Value", table.Constant(id, action))}; }}";
            }

            if (cells.Exists(static cell => cell.Guarded is not null))
            {
                yield return $"bool IsLarge(in {table.Event(id)} e) => e.Value >= {CellAction.Limit};";
            }
        }
    }
}
