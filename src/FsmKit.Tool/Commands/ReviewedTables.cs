namespace FsmKit.Tool;

/// <summary>Files <c>Name.table.md</c> with the reviewed behaviour of gclasses.</summary>
internal static class ReviewedTables
{
    public const string Same = "same";
    public const string Differs = "differs";
    public const string Accepted = "accepted";

    /// <summary>A file without a gclass of its name.</summary>
    public const string Stray = "stray";

    private const string Extension = ".table.md";

    /// <summary>Compares each file below the folder with the gclass of its name; writes files that differ when they are to be accepted.</summary>
    public static List<(string File, string GClass, string Outcome)> Compare(string folder, IReadOnlyList<Machine> machines, bool accepts)
    {
        var results = new List<(string, string, string)>();
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Extension, SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file)[..^Extension.Length];
            if (machines.FirstOrDefault(machine => machine.Name == name || machine.NestedName == name) is not { } machine)
            {
                results.Add((file, name, Stray));
                continue;
            }

            var table = machine.ToReviewedTable();
            if (File.ReadAllText(file).ReplaceLineEndings("\n").Trim() == table.ReplaceLineEndings("\n").Trim())
            {
                results.Add((file, name, Same));
                continue;
            }

            if (accepts)
            {
                File.WriteAllText(file, table);
            }

            results.Add((file, name, accepts ? Accepted : Differs));
        }

        return results;

        bool IsSource(string file) => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or "artifacts");
    }
}
