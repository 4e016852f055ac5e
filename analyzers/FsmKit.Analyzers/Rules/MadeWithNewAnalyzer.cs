using System.Collections.Immutable;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Analyzers.Rules;

/// <summary>
/// FSM0015: a gobj is created by its parent, because it belongs to a loop from the beginning. This rule checks code and not tables, so it
/// is an analyzer of its own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MadeWithNewAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.MadeWithNew,
        "A gobj is made with Create",
        "A '{0}' that is made with '{1}' belongs to no loop and accepts no event: make it with Create<{0}>() of its parent, which is a gobj or the GAplic",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Create adds a gobj to the tree of a loop, applies its settings and starts it. Without Create its first event throws.",
        helpLinkUri: HelpLink.For(DiagnosticIds.MadeWithNew));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GObjMetadata) is not null)
            {
                start.RegisterOperationAction(AnalyzeNew, OperationKind.ObjectCreation, OperationKind.TypeParameterObjectCreation);
                start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeNew(OperationAnalysisContext context)
    {
        // Create itself uses new.
        if (IsMade(context.Operation.Type) && context.ContainingSymbol.ContainingType?.IsGObj() != true && !IsForCreate(context.Operation))
        {
            Report(context, context.Operation.Type!, "new");
        }
    }

    /// <summary>Reports <c>Activator.CreateInstance</c> and the like, for a type that is known here.</summary>
    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "CreateInstance" or "GetServiceOrCreateInstance", ContainingType.Name: "Activator" or "ActivatorUtilities" } method)
        {
            var made = method.TypeArguments.FirstOrDefault()
                ?? call.Arguments.Select(static argument => (argument.Value as ITypeOfOperation)?.TypeOperand).FirstOrDefault(static type => type is not null);
            if (IsMade(made) && !IsForCreate(call))
            {
                Report(context, made!, $"{method.ContainingType.Name}.{method.Name}");
            }
        }
    }

    /// <summary>Returns whether the operation is in the delegate of an overload of Create or Restore, which puts the constructed gobj into the tree.</summary>
    private static bool IsForCreate(IOperation made)
    {
        for (var around = made.Parent; around is not null; around = around.Parent)
        {
            if (around is IArgumentOperation { Parameter.Name: "make", Parent: IInvocationOperation { TargetMethod.Name: "Create" or "Restore" } call })
            {
                return call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith(KnownNames.Namespace, StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Whether the type must be created with Create: a gobj that is not the root.</summary>
    private static bool IsMade(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(static constraint => constraint.IsGObj() || IsMade(constraint)),
        INamedTypeSymbol { Name: KnownNames.GAplic } named when named.IsOfTheRuntime() => false,
        INamedTypeSymbol named => named.DerivesFromGObj(),
        _ => false,
    };

    private static void Report(OperationAnalysisContext context, ITypeSymbol type, string how) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, Place(context.Operation.Syntax), type.ShortName(), how));

    /// <summary>Returns the location without the initializer, which may be long.</summary>
    private static Location Place(SyntaxNode syntax) => syntax is BaseObjectCreationExpressionSyntax { Initializer: { } initializer }
        ? Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, initializer.OpenBraceToken.GetPreviousToken().Span.End))
        : syntax.GetLocation();
}
