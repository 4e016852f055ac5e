using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

public class ParameterTests
{
    [Theory]
    [InlineData("string", "\"\"", " some text ", " some text ")]
    [InlineData("string?", "null", "x", "x")]
    [InlineData("bool", "false", "yes", "true")]
    [InlineData("int", "1", " 42 ", "42")]
    [InlineData("int?", "null", "42", "42")]
    [InlineData("int?", "3", "", "null")]
    [InlineData("bool?", "null", "on", "true")]
    [InlineData("long", "1", "42000000000", "42000000000")]
    [InlineData("double", "1", "1.5", "1.5")]
    [InlineData("DayOfWeek", "DayOfWeek.Monday", "friday", "Friday")]
    [InlineData("DayOfWeek?", "null", "friday", "Friday")]
    [InlineData("TimeSpan", "default", "00:00:05", "00:00:05")]
    [InlineData("TimeSpan?", "null", "00:00:05", "00:00:05")]
    [InlineData("System.Net.IPAddress?", "null", "127.0.0.1", "127.0.0.1")]
    [InlineData("System.Net.IPAddress", "System.Net.IPAddress.Any", "::1", "::1")]
    [InlineData("int[]", "[1]", "1, 2 3", "1, 2, 3")]
    [InlineData("string[]", "[]", "a,b", "a, b")]
    [InlineData("string[]?", "null", "a,b", "a, b")]
    [InlineData("IReadOnlyList<int>", "[]", "4,5", "4, 5")]
    [InlineData("IReadOnlyList<string>?", "null", "4,5", "4, 5")]
    [InlineData("char", "'x'", "y", "y")]
    [InlineData("Guid", "default", "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("Own", "Own.One", "two", "Two")]
    [InlineData("Action?", "null", "x", "ParameterException")]
    [InlineData("GObj?", "null", "x", "ParameterException")]
    [InlineData("object?", "null", "x", "ParameterException")]
    [InlineData("int", "7", "x", "ParameterException")]
    [InlineData("int", "7", "99999999999", "ParameterException")]
    [InlineData("DayOfWeek", "default", "42", "ParameterException")]
    public void A_parameter_of_any_type_is_written_and_read_as_text(string type, string initial, string text, string read) => Assert.Equal(
        read,
        LoadedSnippet.Play($$"""
            public enum Own { One, Two }

            [GClass]
            public sealed partial class Box : GObj
            {
                /// <summary>What it is.</summary>
                [Parameter]
                public partial {{type}} TheValue { get; set; } = {{initial}};
            }
            """, $"""
            var box = app.Create<Box>();
            var thrown = Thrown(() => box.WriteParameter("the_value", "{text}"));
            Say(thrown == "nothing" ? box.ReadParameter("TheValue") : thrown);
            """));

    [Fact]
    public void The_initializer_is_the_default_and_the_summary_the_description() => Assert.Equal(
        "TheValue|int?|40 + 2|What it \"is\".|42|True / Written here.",
        LoadedSnippet.Play("""
            [GClass]
            public sealed partial class Box : GObj
            {
                /// <summary>What it "is".</summary>
                [Parameter]
                public partial int? TheValue { get; set; } = 40 + 2;

                [Parameter(Description = "Written here.")]
                public partial Action? Callback { get; set; }
            }
            """, """
            var all = MachineDescription.Of<Box>().Parameters;
            var one = all[0];
            Say($"{one.Name}|{one.Type}|{one.DefaultText}|{one.Description}|{app.Create<Box>().TheValue}|{one.IsText}");
            Say("/"); Say(all[1].Description);
            """));

    [Theory]
    [InlineData("public partial int P { get; set; }")]
    [InlineData("public partial int P { get; private set; }")]
    [InlineData("public partial int P { get; internal set; }")]
    [InlineData("public partial int P { get; init; }")]
    [InlineData("public partial int P { get; private init; }")]
    [InlineData("private partial int P { get; set; }")]
    [InlineData("internal partial int P { get; set; } = 3;")]
    [InlineData("public new partial string Name { get; set; } = \"\";")]
    [InlineData("public partial int @event { get; set; }")]
    [InlineData("public partial int value { get; set; }")]
    [InlineData("public partial (int A, string? B) Pair { get; set; }")]
    [InlineData("public partial Func<string?, Dictionary<string, object?>?>? Callback { get; set; }")]
    [InlineData("public partial nint Number { get; set; }")]
    [InlineData("public partial dynamic? Any { get; set; }")]
    public void The_generated_part_says_the_same_as_the_declaration(string property) => GeneratorRun.Of(
        $"[GClass] public sealed partial class Box : GObj {{ [Parameter] {property} }}");

    [Fact]
    public void A_name_that_is_a_keyword_is_known_without_its_sign() => Assert.Equal(
        "event 5",
        LoadedSnippet.Play(
            "[GClass] public sealed partial class Box : GObj { [Parameter] public partial int @event { get; set; } }",
            "var box = app.Create<Box>(); box.WriteParameter(\"event\", \"5\"); Say(MachineDescription.Of<Box>().Parameters[0].Name); Say(box.@event);"));

    [Fact]
    public void A_parameter_that_is_set_once_is_not_written_from_text() => Assert.Equal(
        "False ParameterException",
        LoadedSnippet.Play(
            "[GClass] public sealed partial class Box : GObj { [Parameter] public partial int P { get; init; } }",
            "Say(MachineDescription.Of<Box>().Parameters[0].IsText); Say(Thrown(() => app.Create<Box>().WriteParameter(\"P\", \"5\")));"));

    [Fact]
    public void A_value_is_brought_into_its_form_and_then_checked() => Assert.Equal(
        "10 ParameterException 10 ParameterException 20",
        LoadedSnippet.Play("""
            [GClass]
            public sealed partial class Box : GObj
            {
                [Parameter(Coerce = nameof(InTens), Validate = nameof(Fits))]
                public partial int P { get; set; } = 10;
                private static int InTens(int value) => value / 10 * 10;
                private bool Fits(int value) => value is > 0 and < 100;
            }
            """, """
            var box = app.Create<Box>(); box.P = 17; Say(box.P);
            Say(Thrown(() => box.P = 100)); Say(box.P); Say(Thrown(() => box.WriteParameter("p", "-20"))); box.WriteParameter("p", "29"); Say(box.P);
            """));

    [Fact]
    public void A_default_that_is_not_valid_is_an_exception_when_the_gobj_is_created() => Assert.Equal(
        "ParameterException 7",
        LoadedSnippet.Play("""
            [GClass]
            public sealed partial class Box : GObj
            {
                [Parameter(Validate = nameof(Fits))] public partial int P { get; set; }
                private static bool Fits(in int value) => value > 0;
            }
            """, "Say(Thrown(() => app.Create<Box>())); Say(app.Create<Box>(configure: box => box.P = 7).P);"));

    [Fact]
    public void Settings_win_over_arguments() => Assert.Equal(
        "3 text False",
        LoadedSnippet.Play("""
            [GClass]
            public sealed partial class Box : GObj
            {
                [Parameter] public partial int Limit { get; set; } = 1;
                [Parameter] public partial string Text { get; set; } = "";
            }
            """, """
            using var other = new GAplic("o", new GAplicOptions { Settings = new Dictionary<string, string?> { ["Box:limit"] = "3", ["b.text"] = "text" } });
            var box = other.Create<Box>("b", b => b.Limit = 2);
            Say(box.Limit); Say(box.Text); Say(box.IsUnique);
            """));

    [Fact]
    public void A_statistic_with_a_private_setter_is_read_by_name_and_not_written() => Assert.Equal(
        "5 ParameterException 5",
        LoadedSnippet.Play("""
            [GClass]
            public sealed partial class Box : GObj
            {
                [Parameter] public partial int Count { get; private set; } = 5;
            }
            """, """
            var box = app.Create<Box>(); Say(box.ReadParameter("count")); Say(Thrown(() => box.WriteParameter("count", "6"))); Say(box.Count);
            """));

    [Fact]
    public void Accessors_that_the_author_has_written_stay_the_authors_and_the_parameter_is_described() => Assert.Equal(
        "12 ParameterException 12 / 24 ParameterException / False What it \"is\". / 2, 3",
        LoadedSnippet.Play("""
            [GClass]
            public sealed partial class Box : GObj
            {
                private int _half = 1;
                private IReadOnlyList<int>? _list;

                /// <summary>Twice the half.</summary>
                [Parameter] public partial int Whole { get; set; }

                public partial int Whole
                {
                    get => _half * 2;
                    set => _half = value % 2 == 0 ? value / 2 : throw ParameterException.Rejected(this, nameof(Whole), value, "An even number.");
                }

                /// <summary>What it "is".</summary>
                [Parameter] public partial int Double { get; }
                public partial int Double => Whole * 2;

                [Parameter] public partial IReadOnlyList<int> List { get; set; }
                public partial IReadOnlyList<int> List { get => _list ?? []; set => _list = value; }
            }
            """, """
            var box = app.Create<Box>();
            box.WriteParameter("whole", "12"); Say(box.ReadParameter("Whole")); Say(Thrown(() => box.WriteParameter("whole", "13"))); Say(box.Whole);
            Say("/"); Say(box.ReadParameter("double")); Say(Thrown(() => box.WriteParameter("double", "13")));
            var two = MachineDescription.Of<Box>().FindParameter("double"); Say("/"); Say(two.IsText); Say(two.Description);
            box.WriteParameter("list", "2 3"); Say("/"); Say(box.ReadParameter("list"));
            """));

    [Fact]
    public void The_documentation_of_a_parameter_stays_the_authors()
    {
        var run = GeneratorRun.Of("[GClass] public sealed partial class Box : GObj { /// <summary>Mine.</summary>\n [Parameter] public partial int P { get; set; } }");
        var parsing = TestCompilation.ParseOptions.WithDocumentationMode(Microsoft.CodeAnalysis.DocumentationMode.Parse);
        var trees = run.Output.SyntaxTrees.Select(tree => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(tree.GetText(TestContext.Current.CancellationToken), parsing, cancellationToken: TestContext.Current.CancellationToken));
        var property = run.Output.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).GetTypeByMetadataName("Box")!.GetMembers("P").Single();
        Assert.Contains("Mine.", property.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Both parts of a partial property repeat the accessibility of each accessor.</summary>
    [Theory]
    [InlineData("internal get; set;")]
    [InlineData("private get; set;")]
    [InlineData("get; internal set;")]
    public void An_accessor_keeps_its_reach(string accessors) => Assert.Equal(
        "7",
        LoadedSnippet.Play($$"""
            [GClass]
            public sealed partial class Box : GObj
            {
                private enum State { S0 }

                [Parameter]
                public partial int Port { {{accessors}} } = 7;
            }
            """, """
            Say(app.Create<Box>().ReadParameter("Port"));
            """));
}
