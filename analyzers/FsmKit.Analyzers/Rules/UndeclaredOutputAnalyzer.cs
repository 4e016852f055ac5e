using System.Collections.Immutable;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Rules;

/// <summary>
/// FSM0010: a published event is a declared output, because <c>Publish</c> is generated for these only. The compiler reports only that the
/// method does not exist. This rule checks calls and not tables, so it is an analyzer of its own, which compares names first.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndeclaredOutputAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UndeclaredOutput,
        "Published events are declared",
        "'{0}' is no output event of '{1}': declare it with [Output<{0}>]",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Publish exists for each event that the class declares as an output, and for no other.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UndeclaredOutput));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call
            || CalledName.OfOwn(call.Expression)?.Identifier.ValueText != KnownNames.Publish
            || context.ContainingSymbol?.ContainingType is not { } gclass
            || !gclass.IsGClass()
            || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not null)
        {
            return;
        }

        var published = arguments[0].Expression;
        var type = context.SemanticModel.GetTypeInfo(published, context.CancellationToken).Type;
        if (type is { IsValueType: true } && type.CanBeNamed()
            && EventReader.AreRead(gclass, KnownNames.Output)
            && EventReader.IndexOf(EventReader.Read(gclass, KnownNames.Output, context.CancellationToken), type) < 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, published.GetLocation(), type.ShortName(), gclass.Name));
        }
    }
}
