using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace FsmKit.Generators.Tests;

/// <summary>Checks that only edits of a table, or of other input of the output, generate anything again.</summary>
public class CachingTests
{
    private const string Events = "public readonly record struct EvA(int N); public readonly record struct EvB;";
    private const string Box = """
        [GClass, Input<EvA>, Input<EvB>]
        public sealed partial class Box : GObj
        {
            private int _n;
            enum State { [On<EvA>(nameof(Ac), Next = S1), Ignore<EvB>] S0, [Refuse] S1 }
            private void Ac() => _n++;
        }
        """;

    private static string Other => Box.Edited("Box", "Other");

    [Theory]
    [InlineData("_n++", "_n += 2")]
    [InlineData("[GClass", "// A line more.\n\n[GClass")]
    [InlineData("private int _n;", "private int _n; private int _m; public int M => _m;")]
    [InlineData("enum State { [On<EvA>(nameof(Ac), Next = S1), Ignore<EvB>] S0,", "enum State {\n\n // A comment.\n [On<EvA>(nameof(Ac), Next = S1),\n Ignore<EvB>]\n S0,")]
    [InlineData("private void Ac() => _n++;", "private void Helper() { } private void Ac() { Helper(); }")]
    public void An_edit_outside_the_table_generates_nothing(string before, string after)
    {
        var (steps, outputs) = Edit(Box.Edited(before, after));
        Assert.Equal(2, Count(steps, Cached, Unchanged));
        Assert.Equal(2, Count(outputs, Cached, Unchanged));
    }

    [Theory]
    [InlineData("Next = S1", "Next = S0")]
    [InlineData("Ignore<EvB>", "Refuse<EvB>")]
    [InlineData("[Refuse] S1", "S1")]
    [InlineData("S1", "S2")]
    [InlineData("_n++", "Destroy()")]
    [InlineData("Input<EvB>", "Input<EvB>, Output<EvB>")]
    [InlineData("[GClass,", "/// <summary>New.</summary>\n[GClass,")]
    [InlineData("Ac()", "Ac(in EvA e)")]
    [InlineData("_n++", "Invoke(static _ => System.Threading.Tasks.Task.CompletedTask, new EvB(), static _ => new EvB())")]
    [InlineData("[Refuse] S1", "[Refuse, Invoke<EvB, EvB>(nameof(WorkAsync))] S1 } System.Threading.Tasks.Task WorkAsync() => null!; enum Unused { None")]
    public void An_edit_of_the_table_generates_this_gclass_and_no_other(string before, string after)
    {
        var (steps, outputs) = Edit(Box.Edited(before, after));
        Assert.Equal((1, 1), (Count(steps, Modified), Count(steps, Cached, Unchanged)));
        Assert.Equal((1, 1), (Count(outputs, Modified), Count(outputs, Cached, Unchanged)));
    }

    [Fact]
    public void A_keystroke_among_a_hundred_gclasses_generates_nothing()
    {
        var compilation = TestCompilation.Create(
            [Events, "class Typing { }", .. Enumerable.Range(0, 100).Select(static i => Box.Edited("Box", $"Box{i}"))]);
        var driver = GeneratorRun.Driver(trackSteps: true).RunGenerators(compilation, Token);
        Assert.Equal(100, Count(GeneratorCaching.Reasons(driver.GetRunResult(), outputs: true), New));
        foreach (var typed in new[] { "class Typing { v }", "class Typing { void }", "class Typing { void M() { } }" })
        {
            compilation = Replace(compilation, 2, typed);
            driver = driver.RunGenerators(compilation, Token);
            Assert.Equal(100, Count(GeneratorCaching.Reasons(driver.GetRunResult(), outputs: true), Cached));
            Assert.Equal(100, Count(GeneratorCaching.Reasons(driver.GetRunResult(), outputs: false), Cached, Unchanged));
        }

        compilation = Replace(compilation, 50, compilation.SyntaxTrees[50].ToString().Edited("_n++", "_n--"));
        Assert.Equal(100, Count(GeneratorCaching.Reasons(driver.RunGenerators(compilation, Token).GetRunResult(), outputs: true), Cached));
    }

    [Fact]
    public void Members_that_do_not_belong_to_the_table_may_change_places()
    {
        var one = GeneratorRun.Of(Events, Box);
        var moved = Box.Edited("private int _n;", "private void Ac() => _n++;").Edited("S1 }\n    private void Ac() => _n++;", "S1 }\n    private int _n;");
        Assert.NotEqual(Box, moved);
        Assert.Equal(one.Text, GeneratorRun.Of(Events, moved).Text);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (IReadOnlyDictionary<IncrementalStepRunReason, int> Steps, IReadOnlyDictionary<IncrementalStepRunReason, int> Outputs) Edit(string edited)
    {
        Assert.NotEqual(Box, edited);
        var compilation = TestCompilation.Create(Events, Box, Other);
        var driver = GeneratorRun.Driver(trackSteps: true).RunGenerators(compilation, Token).RunGenerators(Replace(compilation, 2, edited), Token);
        var result = driver.GetRunResult();
        return (GeneratorCaching.Reasons(result, outputs: false), GeneratorCaching.Reasons(result, outputs: true));
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text)
    {
        var tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath, cancellationToken: Token));
    }

    private static int Count(IReadOnlyDictionary<IncrementalStepRunReason, int> reasons, params IncrementalStepRunReason[] wanted) =>
        wanted.Sum(reason => reasons.GetValueOrDefault(reason));
}
