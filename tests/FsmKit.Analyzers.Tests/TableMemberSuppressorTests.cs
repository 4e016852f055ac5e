using System.Collections.Immutable;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Tests;

/// <summary>Checks that hints of other analyzers about members of a table are suppressed.</summary>
public sealed class TableMemberSuppressorTests
{
    private const string Door = """
        [GClass, Input<EvOpen>, Input<EvClose>]
        public sealed partial class Door : GObj
        {
            private readonly GObj? _target;
            private readonly int _n;
            private enum State { [On<EvOpen>("AcOpen", When = "IsKey"), Forward<EvClose>("_target"), After("Wait", "AcTime"), Enter("AcIn")] A }
            private TimeSpan Wait => TimeSpan.FromSeconds(_n);
            private void AcOpen(GObj? source, in EvOpen e) { }
            private bool IsKey(in EvOpen e) => e.Key > 3;
            private void AcTime() { }
            private void AcIn() { }
            private void AcLost(int n) { }
        }
        """;

    [Theory]
    [InlineData("IDE0051", "_n AcLost")]
    [InlineData("IDE0052", "_n AcLost")]
    [InlineData("CA1811", "_n AcLost")]
    [InlineData("CA1823", "_n AcLost")]
    [InlineData("CA1822", "_n AcLost")]
    [InlineData("IDE0060", "_n AcLost n")]
    [InlineData("CA1801", "_n AcLost n")]
    public async Task Those_about_other_members_stay(string id, string left)
    {
        var compilation = TestCompilation.Create(Door, Snippets.Events);
        var found = await compilation.WithAnalyzers([new Hints(id), new TableMemberSuppressor()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(left, string.Join(' ', found.Where(static one => !one.IsSuppressed && one.Location.SourceTree!.ToString() == Door).OrderBy(static one => one.Location.SourceSpan).Select(static one => one.GetMessage())));
    }

#pragma warning disable RS1001, RS1017, RS2008 // It stands for the analyzers of others, of which each has one of these ids.
    /// <summary>Says something of every member of Door, and of every parameter where that is what it is about.</summary>
    private sealed class Hints(string id) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _rule = new(id, "A hint", "{0}", "Hints", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(Say, SyntaxKind.MethodDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.VariableDeclarator, SyntaxKind.Parameter);
        }

        private void Say(SyntaxNodeAnalysisContext context)
        {
            var name = context.Node switch
            {
                MethodDeclarationSyntax method => method.Identifier,
                PropertyDeclarationSyntax property => property.Identifier,
                VariableDeclaratorSyntax variable => variable.Identifier,
                ParameterSyntax { Parent.Parent: MethodDeclarationSyntax } parameter when id is "IDE0060" or "CA1801" => parameter.Identifier,
                _ => default,
            };
            if (name != default)
            {
                context.ReportDiagnostic(Diagnostic.Create(_rule, name.GetLocation(), name.ValueText));
            }
        }
    }
#pragma warning restore RS1001, RS1017, RS2008
}
