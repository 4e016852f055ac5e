/// <summary>Writes a table as a switch over states, and a method for each state with a switch over events.</summary>
internal sealed class PerStateText(CellTable table) : HandWrittenText(table)
{
    public IEnumerable<string> Lines()
    {
        yield return $$"""
            /// <summary>switch (state), and a method for each state with switch (event).</summary>
            public sealed class {{Table.Name}}PerState : HandWritten
            {
                public Outcome Handle(int id, int value)
                {
                    switch (State)
                    {
            """;
        for (var state = 0; state < Table.States; state++)
        {
            yield return $"            case {state}: return In{state}(id, value);";
        }

        yield return "            default: return Refuse();\n        }\n    }";
        for (var state = 0; state < Table.States; state++)
        {
            yield return $"\n    private Outcome In{state}(int id, int value)\n    {{\n        switch (id)\n        {{";
            foreach (var arm in ArmsOfState(state, "            "))
            {
                yield return arm;
            }

            yield return "            default: return Refuse();\n        }\n    }";
        }

        yield return "}";
        foreach (var line in new DriverText(Table, "PerState").ById())
        {
            yield return line;
        }
    }
}
