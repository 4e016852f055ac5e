using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The pages about the product's machines are drawn from their tables, and are up to date.</summary>
public class MachinePagesTests
{
    public static TheoryData<string> Names => ["GTimer", "GSock", "GServerSock", "GConnex", "GSocketService"];

    [Theory, MemberData(nameof(Names))]
    public void The_page_of_a_machine_is_what_its_table_says(string name)
    {
        var page = Path.Combine(RepositoryRoot.Path, "docs", "machines", name + ".md");
        var text = MachineTable.Markdown(name switch
        {
            "GTimer" => MachineDescription.Of<GTimer>(),
            "GSock" => MachineDescription.Of<GSock>(),
            "GSocketService" => MachineDescription.Of<GSocketService>(),
            "GConnex" => MachineDescription.Of<GConnex>(),
            _ => MachineDescription.Of<GServerSock>(),
        });
        if (Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(page, text);
        }

        Assert.True(File.Exists(page) && File.ReadAllText(page) == text, $"{page} is out of date; FSMKIT_ACCEPT_SNAPSHOTS=1 writes it.");
    }
}
