/// <summary>Writes a table as one method: a switch over states with a switch over events in each case.</summary>
internal sealed class NestedSwitchText(CellTable table) : HandWrittenText(table)
{
    public IEnumerable<string> Lines()
    {
        yield return $$"""
            /// <summary>switch (state) { switch (event) }, in one method.</summary>
            public sealed class {{Table.Name}}Nested : HandWritten
            {
                public Outcome Handle(int id, int value)
                {
                    switch (State)
                    {
            """;
        for (var state = 0; state < Table.States; state++)
        {
            yield return $"            case {state}:\n                switch (id)\n                {{";
            foreach (var arm in ArmsOfState(state, "                    "))
            {
                yield return arm;
            }

            yield return "                    default: return Refuse();\n                }\n";
        }

        yield return """
                        default: return Refuse();
                    }
                }
            }
            """;
        foreach (var line in new DriverText(Table, "Nested").ById())
        {
            yield return line;
        }
    }
}
