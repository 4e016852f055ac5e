using System.Collections.Immutable;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers;

/// <summary>
/// Suppresses hints about members that a table names: that they are unused, that they could be static, that a parameter is unused. The
/// table uses them and prescribes their parameters.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableMemberSuppressor : DiagnosticSuppressor
{
    private const string Used = "The table of the gclass names this member; generated code calls it.";
    private const string Shaped = "The table of the gclass names this member, which has one of the shapes that the table can call.";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Known = new[]
    {
        new SuppressionDescriptor("SPFSM0001", "IDE0051", Used),
        new SuppressionDescriptor("SPFSM0002", "IDE0052", Used),
        new SuppressionDescriptor("SPFSM0003", "CA1811", Used),
        new SuppressionDescriptor("SPFSM0004", "CA1823", Used),
        new SuppressionDescriptor("SPFSM0005", "CA1822", Shaped),
        new SuppressionDescriptor("SPFSM0006", "IDE0060", Shaped),
        new SuppressionDescriptor("SPFSM0007", "CA1801", Shaped),
    }.ToImmutableDictionary(static one => one.SuppressedDiagnosticId);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. Known.Values.OrderBy(static one => one.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is null)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (Member(context, diagnostic) is { ContainingType: { } gclass } member && gclass.IsGClass() && Readings.Of(gclass, context.Compilation, context.CancellationToken).IsNamed(member))
            {
                context.ReportSuppression(Suppression.Create(Known[diagnostic.Id], diagnostic));
            }
        }
    }

    /// <summary>Returns the member that a hint is about, or the owner of the parameter.</summary>
    private static ISymbol? Member(SuppressionAnalysisContext context, Diagnostic diagnostic)
    {
        var tree = diagnostic.Location.SourceTree;
        var node = tree?.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        var declaration = (SyntaxNode?)node?.FirstAncestorOrSelf<VariableDeclaratorSyntax>() ?? node?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return declaration is null ? null : context.GetSemanticModel(tree!).GetDeclaredSymbol(declaration, context.CancellationToken);
    }
}
