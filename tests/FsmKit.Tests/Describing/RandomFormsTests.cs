using System.Text.Json;
using Xunit;

namespace FsmKit.Tests.Describing;

/// <summary>All forms of random machines. FSMKIT_SEEDS sets the number of machines per test.</summary>
[Trait("Category", "Slow")]
public class RandomFormsTests
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("FSMKIT_SEEDS"), out var seeds) ? seeds : 300;

    [Fact]
    public void The_same_description_gives_the_same_text_in_each_form() => Each(static (machine, again) =>
    {
        Assert.Equal(machine.ToText(), again.ToText());
        Assert.Equal(machine.ToMarkdown(), again.ToMarkdown());
        Assert.Equal(machine.ToJson(), again.ToJson());
        Assert.Equal(machine.ToMermaid(), again.ToMermaid());
        Assert.Equal(machine.ToDot(), again.ToDot());
        Assert.Equal(machine.ToScxml(), again.ToScxml());
        string[] all = [machine.ToText(), machine.ToMarkdown(), machine.ToJson(), machine.ToMermaid(), machine.ToDot(), machine.ToScxml()];
        Assert.All(all, static text => Assert.True(!text.Contains('\r', StringComparison.Ordinal) && text.EndsWith('\n')));
    });

    [Fact]
    public void The_json_says_everything() => Each(static (machine, _) =>
    {
        using var json = JsonDocument.Parse(machine.ToJson(), new JsonDocumentOptions { MaxDepth = 8 });
        Assert.Equal(Whole(machine.Name), json.RootElement.GetProperty("name").GetString());
        Assert.Equal(machine.States.Select(static state => (Whole(state.Name), $"{state.Kind}", state.Enter.Count)), json.RootElement.GetProperty("states").EnumerateArray()
            .Select(static state => (state.GetProperty("name").GetString()!, state.GetProperty("kind").GetString()!, state.GetProperty("enter").GetArrayLength())));
        Assert.Equal(
            machine.Rows.Select(row => (row.State < 0 ? null : Whole(machine.States[row.State].Name), row.Event, $"{row.Answer}", row.Next < 0 ? null : Whole(machine.States[row.Next].Name))),
            json.RootElement.GetProperty("rows").EnumerateArray().Select(static row => (
                row.GetProperty("state").GetString(), row.GetProperty("event").GetString()!, row.GetProperty("answer").GetString()!, row.GetProperty("next").GetString())));
    });

    [Fact]
    public void The_graph_has_each_leaf_and_each_level() => Each(static (machine, _) => Assert.Equal(
        machine.States.Count + (machine.Leaves.Count > 0 ? 1 : 0), DotChecker.Nodes(machine.ToDot()).Count));

    [Fact]
    public void The_diagram_is_one_that_mermaid_draws() => Each(static (machine, _) => Assert.Empty(MermaidChecker.Faults(machine.ToMermaid())));

    [Fact]
    public void The_scxml_keeps_the_rules() => Each(static (machine, _) => Assert.Empty(ScxmlChecker.Faults(machine.ToScxml())));

    [Fact]
    public void Each_line_of_a_markdown_table_has_the_cells_of_its_header() => Each(static (machine, _) =>
    {
        var cells = 0;
        foreach (var line in machine.ToMarkdown().Split('\n'))
        {
            var count = line.StartsWith('|') ? line.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\|", "", StringComparison.Ordinal).Count(static c => c == '|') : 0;
            Assert.True(count == cells || cells == 0 || count == 0, line);
            cells = count;
        }
    });

    private static string Whole(string text) => text.Replace('\uD800', '\uFFFD');

    private static void Each(Action<MachineDescription, MachineDescription> check)
    {
        for (var seed = 0; seed < Count; seed++)
        {
            try
            {
                check(RandomMachines.Make(seed), RandomMachines.Make(seed));
            }
            catch (Exception x)
            {
                throw new InvalidOperationException($"Seed {seed}", x);
            }
        }
    }
}
