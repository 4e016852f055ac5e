namespace FsmKit.Testing.Tracing;

/// <summary>Names gobjs in reports.</summary>
internal static class Label
{
    /// <summary>
    /// Returns the names from the loop down to the gobj; a gobj without a name has that of its gclass. A loop with the same name as its
    /// gobj is left out.
    /// </summary>
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
