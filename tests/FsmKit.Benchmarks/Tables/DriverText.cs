/// <summary>Writes the driver of one shape of a table: it feeds the machine by event ids, and by calls that know their event.</summary>
internal sealed class DriverText(CellTable table, string kind)
{
    /// <summary>Returns the driver of a machine with one method for all events, which takes the id and the payload.</summary>
    public IEnumerable<string> ById()
    {
        const string Running = """
                public override int Run(ReadOnlySpan<byte> ids, ReadOnlySpan<int> values)
                {
                    var outcomes = 0;
                    for (var i = 0; i < ids.Length; i++)
                    {
                        outcomes += (int)machine.Handle(ids[i], values[i]);
                    }

                    return outcomes;
                }

            """;
        return [Head(), Running, .. Decoding(Call), .. Walking(Call)];

        static string Call(int id, string value) => $"machine.Handle({id}, {value})";
    }

    /// <summary>Returns the driver of a machine with a method that takes events.</summary>
    public IEnumerable<string> ByEvent(string method)
    {
        const string Running = "    public override int Run(ReadOnlySpan<byte> ids, ReadOnlySpan<int> values) => Decode(ids, values);\n";
        return [Head(), .. Decoding(Call), Running, .. Walking(Call)];

        string Call(int id, string value) => $"machine.{method}(new {table.Event(id)}({value}))";
    }

    private string Head()
    {
        var machine = $"{table.Name}{kind}";
        return $"\npublic sealed class {machine}Driver({machine} machine) : Contestant(machine)\n{{";
    }

    private IEnumerable<string> Decoding(Func<int, string, string> call)
    {
        yield return """
                public override int Decode(ReadOnlySpan<byte> ids, ReadOnlySpan<int> values)
                {
                    var outcomes = 0;
                    for (var i = 0; i < ids.Length; i++)
                    {
                        var value = values[i];
                        switch (ids[i])
                        {
            """;
        for (var id = 0; id < table.Events; id++)
        {
            yield return $"                case {id}: outcomes += (int){call(id, "value")}; break;";
        }

        yield return """
                        }
                    }

                    return outcomes;
                }

            """;
    }

    private IEnumerable<string> Walking(Func<int, string, string> call)
    {
        yield return "    public override int Walk(int shift)\n    {\n        var outcomes = 0;";
        foreach (var (id, value) in table.Walk)
        {
            yield return $"        outcomes += (int){call(id, $"{value} + shift")};";
        }

        yield return "        return outcomes;\n    }\n}";
    }
}
