using System.Collections.Immutable;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Tests;

/// <summary>Checks that a test of a rule fails where marks and diagnostics differ.</summary>
public sealed class HarnessTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0002");

    [Theory]
    [InlineData("[GClass] public partial class Door : GObj { private enum State { Closed } }", "actual \"1\"")]
    [InlineData("[GClass] public sealed partial class [|Door|] : GObj { private enum State { Closed } }", "actual \"0\"")]
    [InlineData("[GClass] public partial class Door : [|GObj|] { private enum State { Closed } }", "Expected diagnostic to start")]
    [InlineData("[GClass] public sealed class Door : GObj { private enum State { Closed } }", "FSM0001")]
    [InlineData("public sealed class Door : Typo;", "CS0246")]
    public async Task What_is_not_as_marked_fails(string source, string message) =>
        Assert.Contains(message, (await Assert.ThrowsAsync<InvalidOperationException>(() => _verify.VerifyAsync(source))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Other_ids_can_be_left_out()
    {
        await _verify.OnlyAsync("[GClass] public sealed class Door : GObj { private enum State { Closed } }");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _verify.OnlyAsync("[GClass] public partial class Door : GObj { private enum State { Closed } }"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _verify.OnlyAsync("public sealed class Door : Typo;"));
    }

    [Fact]
    public async Task An_exception_in_an_analyzer_fails()
    {
        var verify = new AnalyzerVerifier(new Faulty(), "FSM0002");
        Assert.Contains("AD0001", (await Assert.ThrowsAsync<InvalidOperationException>(() => verify.VerifyAsync("class C;"))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => verify.OnlyAsync("class C;"));
    }

#pragma warning disable RS1036, RS1038, RS1041 // No compiler loads it.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Faulty : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = new GClassAnalyzer().SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(static _ => throw new InvalidOperationException("Oh."), SymbolKind.NamedType);
        }
    }
}
