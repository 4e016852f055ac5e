using System.Globalization;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests.Describing;

/// <summary>Output of each form for a machine that has one of each construct.</summary>
public partial class FormsTests
{
    private static readonly MachineDescription Machine = new()
    {
        Name = "Stove",
        Summary = "Bakes -- or not.",
        States =
        [
            new("On", "It may be hot.", ["AcLight"], ["AcDark"], false) { Start = 2 },
            new("end", "Out of order for good.", [], [], false) { Kind = StateKind.Final },
            new("Warm", "", [], [], true) { Parent = 0 },
            new("Hot", "", [], [], false) { Parent = 0, Start = 6 },
            new("WhereItWas", "", [], [], false) { Parent = 0, Kind = StateKind.History },
            new("LeafItWas", "", [], [], false) { Parent = 0, Kind = StateKind.DeepHistory, Default = 6 },
            new("Glühend", "", [], [], false) { Parent = 3 },
            new("Baked", "", [], [], false) { Parent = 3, Kind = StateKind.Final },
            new("Off", "", [], [], false),
        ],
        Leaves = [2, 6, 7, 1, 8],
        Inputs = [new("EvHeat", "More heat.", false), new("EvPower<int>", "", false), new("EvDough", "", true)],
        Outputs = [new("EvBaked", "Done | ready.", false)],
        Rows =
        [
            new(0, "EvPower<int>", Answer.On, "AcOff", 8, null),
            new(0, "EvHeat", Answer.On, null, 3, null) { Reenter = true },
            new(0, "After(_shift)", Answer.After, "AcTired", 8, "IsLate") { Delay = new("_shift") },
            new(2, "EvHeat", Answer.On, "AcHeat", 3, "IsClosed"),
            new(2, "EvHeat", Answer.On, null, 2, "IsOpen"),
            new(2, "EvPower<int>", Answer.On, null, 2, "IsTooMuch"),
            new(2, "EvDough", Answer.Defer, null, -1, null),
            new(3, "Done", Answer.Done, "AcRing", 2, null),
            new(6, "EvDough", Answer.On, "AcBake", 7, null),
            new(6, "Idle(60000)", Answer.Idle, null, 3, null) { Delay = new(60_000) },
            new(6, "Always", Answer.Always, null, 1, "IsBurnt"),
            new(8, "EvPower<int>", Answer.On, null, 4, "IsKnown"),
            new(8, "EvPower<int>", Answer.Forward, null, 5, null) { Forward = new("_mains", "EvPower<int>", null) },
            new(8, "EvHeat", Answer.Ignore, null, -1, null),
            new(8, "EvDough", Answer.Forward, null, -1, null) { Forward = new(null, "EvBaked", "AsItIs") },
            new(-1, "EvDough", Answer.Refuse, null, -1, null),
            new(-1, "EvHeat", Answer.On, null, 1, "IsBroken"),
        ],
        Parameters =
        [
            new("Heat", "Action<int>?", "a | `b`", "How hot; <180> is usual.", static _ => null, null),
            new("Timer", "TimeSpan", "", "Longest time.", static _ => null, static (_, _) => { }) { IsReloadable = true },
        ],
    };

    [Theory]
    [InlineData("txt")]
    [InlineData("md")]
    [InlineData("json")]
    [InlineData("mmd")]
    [InlineData("dot")]
    [InlineData("scxml")]
    [InlineData("reviewed")]
    public void A_form_is_as_it_was(string form)
    {
        var text = form switch
        {
            "txt" => Machine.ToText(),
            "md" => Machine.ToMarkdown(),
            "json" => Machine.ToJson(),
            "mmd" => Machine.ToMermaid(),
            "dot" => Machine.ToDot(),
            "scxml" => Machine.ToScxml(),
            _ => Machine.ToReviewedTable(),
        };
        var verified = Path.Combine(RepositoryRoot.Path, "tests", "FsmKit.Tests", "Describing", $"Stove.verified.{form}");
        if (Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, text);
        }

        Assert.Equal(File.ReadAllText(verified), text);
    }

    [Fact]
    public void The_build_and_the_program_write_one_reviewed_table() => Assert.All(
        [MachineDescription.Of<Oven>(), MachineDescription.Of<Kettle>()], static machine => Assert.Null(ReviewedTableFile.Fault(machine, "tests/FsmKit.Tests")));

    [Fact]
    public void The_stove_keeps_the_rules_of_each_language()
    {
        Assert.Empty(MermaidChecker.Faults(Machine.ToMermaid()));
        Assert.Empty(ScxmlChecker.Faults(Machine.ToScxml()));
        Assert.Equal(Machine.States.Count + 1, DotChecker.Nodes(Machine.ToDot()).Count);
    }

    [Theory]
    [InlineData("id=\"Off\"", "id=\"On\"", "id On twice")]
    [InlineData("target=\"Off\"", "target=\"Of\"", "target=\"Of\"")]
    [InlineData("type=\"deep\"", "type=\"flat\"", "type of a history")]
    [InlineData("onexit>", "onleave>", "element {http://www.w3.org/2005/07/scxml}onleave")]
    [InlineData("event=\"EvHeat\"", "event=\"Ev Heat\"", "event Ev Heat")]
    public void The_checker_of_scxml_finds_faults(string part, string instead, string fault) =>
        Assert.Contains(fault, ScxmlChecker.Faults(Machine.ToScxml().Replace(part, instead, StringComparison.Ordinal)));

    [Fact]
    public void A_machine_without_states_has_each_form()
    {
        using var app = new GAplic();
        Assert.Equal("GAplic\nState  Event  Guard  Action  Next\n", app.Machine.ToText());
        Assert.Equal("stateDiagram-v2\n", app.Machine.ToMermaid());
        Assert.Empty(DotChecker.Nodes(app.Machine.ToDot()));
        Assert.Empty(ScxmlChecker.Faults(app.Machine.ToScxml()));
        Assert.Contains("\"states\": []", app.Machine.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_does_not_depend_on_the_culture()
    {
        var before = (CultureInfo.CurrentCulture, Machine.ToText(), Machine.ToJson(), Machine.ToMermaid(), Machine.ToDot(), Machine.ToScxml());
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (odd.NumberFormat.NegativeSign, odd.NumberFormat.NumberDecimalSeparator) = ("~", ",");
        CultureInfo.CurrentCulture = odd;
        try
        {
            Assert.Equal(before with { CurrentCulture = odd }, (CultureInfo.CurrentCulture, Machine.ToText(), Machine.ToJson(), Machine.ToMermaid(), Machine.ToDot(), Machine.ToScxml()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before.CurrentCulture;
        }
    }

    [Fact]
    public void A_generated_description_has_what_the_table_says_of_time_and_of_reentering()
    {
        var machine = MachineDescription.Of<Kiln>();
        Assert.Equal([(5000.0, null), (null, "_patience")], machine.Rows.Where(static row => row.Delay is not null).Select(static row => (row.Delay!.Fixed?.TotalMilliseconds, row.Delay.Member)));
        Assert.Equal([true, false], machine.Rows.Where(static row => row.Answer == Answer.On).Select(static row => row.Reenter));
        Assert.All(machine.States, static state => Assert.Equal((StateKind.Ordinary, -1), (state.Kind, state.Default)));
    }

    public readonly record struct EvAgain;

    public readonly record struct EvOn;

    [GClass, Input<EvAgain>, Input<EvOn>]
    public sealed partial class Kiln : GObj
    {
        private readonly TimeSpan _patience = TimeSpan.FromSeconds(9);

        private enum State : byte
        {
            [On<EvAgain>(Next = Cold, Reenter = true), On<EvOn>(Next = Hot)]
            [After(5000, Next = Cold)]
            Working,

            [Inside(Working), After(nameof(_patience), Next = Hot)]
            Cold,

            [Inside(Working)]
            Hot,
        }
    }
}
