namespace FsmKit.TestShared;

/// <summary>The page in <c>docs/machines</c> about a machine of the product; <c>FSMKIT_ACCEPT_SNAPSHOTS=1</c> writes it.</summary>
internal static class MachinePage
{
    /// <summary>Returns null, or that the page differs from the description of the machine or lacks the meaning of an event.</summary>
    public static string? Fault(MachineDescription machine)
    {
        var text = EventMeanings.Fill(machine.ToMarkdown());
        return EventMeanings.Missing(text).FirstOrDefault() is { } missing
            ? $"The page of {machine.Name} has no meaning for {missing}: give the event a summary." : Fault(machine.Name, text);
    }

    /// <summary>Returns null, or that the page of this name has another text.</summary>
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
