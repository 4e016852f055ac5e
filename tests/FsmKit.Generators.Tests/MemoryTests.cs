using System.Runtime.CompilerServices;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Tests;

public class MemoryTests
{
    private const string Box = """
        public readonly record struct EvA;

        [GClass, Input<EvA>, Output<EvA>]
        public sealed partial class Box : GObj
        {
            [Parameter] public partial int P { get; set; }
            enum State { [On<EvA>(nameof(Ac)), After(5)] S0 }
            private void Ac() => Publish(new EvA());
        }
        """;

    [Fact]
    public void What_the_generator_keeps_keeps_no_compilation_alive()
    {
        var (driver, first) = TwoRuns();
        for (var i = 0; i < 5 && first.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(first.IsAlive);
        GC.KeepAlive(driver);
    }

    /// <summary>Runs twice. A gclass is in both compilations, so the driver keeps the part that was read from the first one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference First) TwoRuns()
    {
        var first = TestCompilation.Create(Box, "class Other { }");
        var driver = GeneratorRun.Driver(trackSteps: false).RunGenerators(first, TestContext.Current.CancellationToken);
        var parsed = first.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.ToString(), TestCompilation.ParseOptions, tree.FilePath));
        var second = first.RemoveAllSyntaxTrees().AddSyntaxTrees(parsed);
        return (driver.RunGenerators(second, TestContext.Current.CancellationToken), new WeakReference(first));
    }
}
