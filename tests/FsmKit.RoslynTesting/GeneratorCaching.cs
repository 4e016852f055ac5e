using System.Reflection;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.RoslynTesting;

/// <summary>Checks that the generator does nothing again for a program that has not changed where it looks.</summary>
public static class GeneratorCaching
{
    private const string Unrelated = "internal sealed class Unrelated { internal void Nothing() { } }";

    /// <summary>The names of the generator's own steps.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        .. typeof(GClassGenerator).Assembly.GetType("FsmKit.Generators.TrackingNames", throwOnError: true)!
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(static field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>Number of times of each reason among the generator's own steps and its outputs after a run.</summary>
    public static IReadOnlyDictionary<IncrementalStepRunReason, int> Reasons(GeneratorDriverRunResult result, bool outputs) =>
        (outputs ? Outputs(result) : Own(result)).CountBy(static output => output.Reason).ToDictionary();

    internal static void Check(GeneratorDriver driver, CSharpCompilation input)
    {
        var larger = input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Unrelated, TestCompilation.ParseOptions, "Unrelated.cs"));
        Check(driver.RunGenerators(larger).GetRunResult(), "a file more");
    }

    private static void Check(GeneratorDriverRunResult result, string after) => GeneratorTestException.ThrowIfAny(
        Own(result).Concat(Outputs(result)).Where(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)),
        $"Something is generated again after {after}");

    private static IEnumerable<(string Step, IncrementalStepRunReason Reason)> Own(GeneratorDriverRunResult result) =>
        from step in Steps
        from run in result.Results.Single().TrackedSteps.GetValueOrDefault(step, [])
        from output in run.Outputs
        select (step, output.Reason);

    private static IEnumerable<(string Step, IncrementalStepRunReason Reason)> Outputs(GeneratorDriverRunResult result) =>
        from step in result.Results.Single().TrackedOutputSteps
        from run in step.Value
        from output in run.Outputs
        select (step.Key, output.Reason);
}
