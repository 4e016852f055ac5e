namespace FsmKit.TestShared;

/// <summary>The page in <c>docs/machines</c> about a machine of the product; <c>FSMKIT_ACCEPT_SNAPSHOTS=1</c> writes it.</summary>
internal static class MachinePage
{
    /// <summary>Nothing, or that the page does not say what the table says.</summary>
    public static string? Fault(MachineDescription machine) => Fault(machine.Name, machine.ToMarkdown());

    /// <summary>Nothing, or that the page of this name has another text.</summary>
    public static string? Fault(string name, string text)
    {
        var page = Path.Combine(RepositoryRoot.Path, "docs", "machines", name + ".md");
        if (Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(page, text);
        }

        return File.Exists(page) && File.ReadAllText(page) == text ? null : $"{page} is out of date; FSMKIT_ACCEPT_SNAPSHOTS=1 writes it.";
    }
}
