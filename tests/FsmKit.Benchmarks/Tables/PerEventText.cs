/// <summary>Writes a table as a method for each event, with a switch over states.</summary>
internal sealed class PerEventText(CellTable table) : HandWrittenText(table)
{
    public IEnumerable<string> Lines()
    {
        yield return $"/// <summary>A method for each event, with switch (state).</summary>\npublic sealed class {Table.Name}PerEvent : HandWritten\n{{";
        for (var id = 0; id < Table.Events; id++)
        {
            yield return $"    public Outcome Handle(in {Table.Event(id)} e)\n    {{\n        switch (State)\n        {{";
            for (var state = 0; state < Table.States; state++)
            {
                yield return $"            case {state}: {Arm(state, id, "e.Value")}";
            }

            yield return "            default: return Refuse();\n        }\n    }\n";
        }

        yield return "}";
        foreach (var line in new DriverText(Table, "PerEvent").ByEvent("Handle"))
        {
            yield return line;
        }
    }
}
