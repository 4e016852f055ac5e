namespace FsmKit.Testing.Tracing;

/// <summary>Names a gobj in a report: as short as it can be told from others.</summary>
internal static class Label
{
    /// <summary>The names from the loop downwards, of what has none that of its gclass; a loop that has the name of its gobj is left out.</summary>
    public static string Of(GObj gobj)
    {
        var names = new List<string>();
        for (var at = gobj; at is not null; at = at.Parent)
        {
            var name = at.Name.Length > 0 ? at.Name : at.Machine.Name;
            if (at.Parent is not null || names.Count == 0 || names[^1] != name)
            {
                names.Add(name);
            }
        }

        names.Reverse();
        return string.Join('.', names);
    }
}
