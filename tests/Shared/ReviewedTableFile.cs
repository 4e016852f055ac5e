namespace FsmKit.TestShared;

/// <summary>
/// The reviewed table of a gclass in this repository. The build compares it with the source, this class with the program.
/// </summary>
internal static class ReviewedTableFile
{
    /// <summary>Returns the fault of a table that differs from the program; null when both agree.</summary>
    /// <param name="machine">The gclass.</param>
    /// <param name="folder">Folder of its file, relative to the repository.</param>
    public static string? Fault(MachineDescription machine, string folder)
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, folder), machine.Name + ".table.md", SearchOption.AllDirectories);
        return files is [var file] && File.ReadAllText(file).ReplaceLineEndings("\n") == machine.ToReviewedTable()
            ? null
            : $"{machine.Name}.table.md is not there, or says something else than:\n{machine.ToReviewedTable()}";
    }
}
