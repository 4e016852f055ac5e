using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace FsmKit.Generators.Tests;

/// <summary>Output of an edit in a target's file: the target, and its forwarder only where the target takes the event no more.</summary>
public class ForwardCachingTests
{
    private const string Events = "public readonly record struct EvA(int N); public readonly record struct EvB;";
    private const string House = "[GClass, Input<EvA>] public sealed partial class House : GObj { private Door? _door; enum State { [Forward<EvA>(nameof(_door)), Forward<EvA>(nameof(_door), When = nameof(No))] S0 } private bool No() => false; }";
    private const string Door = "[GClass]\n[Input<EvA>]\npublic sealed partial class Door : GObj\n{\n    private int _n;\n    enum State { [On<EvA>(nameof(Ac))] S0 }\n    private void Ac() => _n++;\n}";

    [Theory]
    [InlineData("_n++", "_n--", 0)]
    [InlineData("On<EvA>(nameof(Ac))", "On<EvA>(nameof(Ac), Next = S0)", 1)]
    [InlineData("[Input<EvA>]", "[Input<EvA>, Input<EvB>]", 1)]
    [InlineData("[Input<EvA>]", "[Input<EvB>]", 2)]
    [InlineData("sealed partial", "sealed", 2)]
    public void An_edit_of_the_target(string before, string after, int generated)
    {
        var compilation = TestCompilation.Create(Events, House, Door);
        var driver = GeneratorRun.Driver(trackSteps: true).RunGenerators(compilation, TestContext.Current.CancellationToken);
        var tree = compilation.SyntaxTrees[3];
        var edited = CSharpSyntaxTree.ParseText(Door.Edited(before, after), TestCompilation.ParseOptions, tree.FilePath, cancellationToken: TestContext.Current.CancellationToken);
        var result = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, edited), TestContext.Current.CancellationToken).GetRunResult();
        var reasons = GeneratorCaching.Reasons(result, outputs: true);
        Assert.Equal(generated, reasons.GetValueOrDefault(Modified) + reasons.GetValueOrDefault(Removed));
    }
}
