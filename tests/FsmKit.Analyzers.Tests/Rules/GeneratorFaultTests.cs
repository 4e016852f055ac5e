using FsmKit.Generators;
using FsmKit.Generators.Emitting;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0023: an exception inside the generator costs one gclass its part, and no other.</summary>
public sealed class GeneratorFaultTests
{
    private const string Boxes = """
        namespace Home
        {
            public readonly record struct EvA;
            [GClass, Input<EvA>] public sealed partial class Bad : GObj { enum State { [Ignore<EvA>] S0 } }
            [GClass, Input<EvA>] public sealed partial class Good : GObj { enum State { [Ignore<EvA>] S0 } }
            [GClass, Input<EvA>] public sealed partial class Other : GObj { enum State { [Ignore<EvA>] S0 } }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_exception_while_reading_is_said_and_costs_no_other_gclass() => ExpectOne(new GClassGenerator(
        static (gclass, compilation, cancellation) => gclass.Name == "Bad" ? throw new InvalidOperationException("Oh.\r\nNo.") : GClassGenerator.Read(gclass, compilation, cancellation),
        MachineEmitter.Emit));

    [Fact]
    public void An_exception_while_writing_is_said_and_costs_no_other_gclass() => ExpectOne(new GClassGenerator(
        GClassGenerator.Read, static machine => machine.Name == "Bad" ? throw new InvalidOperationException("Oh.\nNo.") : MachineEmitter.Emit(machine)));

    [Fact]
    public void What_was_wrong_is_kept_like_a_model()
    {
        var generator = new GClassGenerator(
            static (gclass, compilation, cancellation) => gclass.Name == "Bad" ? throw new InvalidOperationException("Oh.") : GClassGenerator.Read(gclass, compilation, cancellation),
            MachineEmitter.Emit);
        var input = TestCompilation.Create(Boxes);
        var driver = Driver(generator).RunGenerators(input, Token);
        var result = driver.RunGenerators(input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class More;", TestCompilation.ParseOptions, cancellationToken: Token)), Token).GetRunResult();

        Assert.Single(result.Diagnostics);
        Assert.All(GeneratorCaching.Reasons(result, outputs: false).Keys, static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
        Assert.Equal([IncrementalStepRunReason.Cached], GeneratorCaching.Reasons(result, outputs: true).Keys);
    }

    [Fact]
    public void A_generator_that_is_stopped_has_no_fault()
    {
        using var stop = new CancellationTokenSource();
        var generator = new GClassGenerator(
            (_, _, cancellation) =>
            {
                stop.Cancel();
                cancellation.ThrowIfCancellationRequested();
                return null;
            },
            MachineEmitter.Emit);

        Assert.ThrowsAny<OperationCanceledException>(() => Driver(generator).RunGenerators(TestCompilation.Create(Boxes), stop.Token));
    }

    private static void ExpectOne(GClassGenerator generator)
    {
        var result = Driver(generator).RunGenerators(TestCompilation.Create(Boxes), Token).GetRunResult();
        var said = Assert.Single(result.Diagnostics);
        Assert.Equal(("FSM0023", DiagnosticSeverity.Error), (said.Id, said.Severity));
        Assert.Contains("'Home.Bad'", said.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("(System.InvalidOperationException: Oh. No.)", said.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(
            ["Home.Good", "Home.Other"],
            result.Results.Single().GeneratedSources.Select(static source => string.Join('.', source.HintName.Split('.').Take(2))).Order());
    }

    private static CSharpGeneratorDriver Driver(GClassGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
