namespace FsmKit.Testing.Tracing;

/// <summary>Writes and reads failures as Markdown files.</summary>
internal static class FailureFile
{
    private const string ChoicesLine = "Choices: ";

    public static void Write(string path, SimulationFailure failure)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllText(path, $"""
            # {failure.Message.ReplaceLineEndings(" ")}

            Kind: {failure.Kind}. Found in schedule {failure.Schedule} by {failure.Strategy}, and shrunk. `Explore.ReplayFile` repeats what follows from the choices.

            {ChoicesLine}{failure.Choices}

            ```
            {failure.Trace}
            ```

            ```mermaid
            {failure.Trace.ToMermaid().TrimEnd()}
            ```

            """.ReplaceLineEndings("\n"));
    }

    /// <returns>The choices.</returns>
    /// <exception cref="FormatException">The file has no choices.</exception>
    public static string ReadChoices(string path) =>
        File.ReadLines(path).FirstOrDefault(static line => line.StartsWith(ChoicesLine, StringComparison.Ordinal)) is { } line
            ? line[ChoicesLine.Length..].Trim()
            : throw new FormatException($"'{path}' has no line that begins with '{ChoicesLine}': it is no file that a SimulationFailure saved.");
}
