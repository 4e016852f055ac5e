using FsmKit.Analyzers;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes;

/// <summary>Finds the gobj that can create a child at a position in code.</summary>
internal static class ParentInReach
{
    /// <summary>
    /// Returns the text before <c>Create</c>: nothing inside a gobj, otherwise the only GAplic in scope and a dot; null without either.
    /// </summary>
    public static string? Of(ExpressionSyntax place, string type, SemanticModel model, CancellationToken cancellation)
    {
        if (!IsInBody(place, model, cancellation))
        {
            return null;
        }

        if (model.GetEnclosingSymbol(place.SpanStart, cancellation)?.ContainingType?.DerivesFromGObj() == true)
        {
            return Makes("") ? "" : null;
        }

        var isStatic = MemberAround(model.GetEnclosingSymbol(place.SpanStart, cancellation))?.IsStatic == true;
        var loops = model.LookupSymbols(place.SpanStart).Where(symbol => IsLoop(symbol, place.SpanStart, isStatic)).Select(static symbol => symbol.Name + ".").Where(Makes).ToList();
        return loops.Count == 1 ? loops[0] : null;

        bool Makes(string parent) => model.GetSpeculativeSymbolInfo(
            place.SpanStart, SyntaxFactory.ParseExpression($"{parent}{KnownNames.Create}<{type}>()"), SpeculativeBindingOption.BindAsExpression).Symbol
            is IMethodSymbol { Name: KnownNames.Create, ContainingType: { } home } && home.IsGObj();
    }

    /// <summary>
    /// Whether a loop is available. A constructor and the initializer of a field of a gobj have none, and a static lambda captures none.
    /// </summary>
    private static bool IsInBody(SyntaxNode place, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var node in place.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword):
                case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.StaticKeyword):
                case TypeDeclarationSyntax:
                    return false;
                case ConstructorDeclarationSyntax constructor:
                    return model.GetDeclaredSymbol(constructor, cancellation)?.ContainingType.DerivesFromGObj() == false;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } or GlobalStatementSyntax:
                    return true;
            }
        }

        return false;
    }

    private static ISymbol? MemberAround(ISymbol? symbol)
    {
        while (symbol is { ContainingSymbol: not INamedTypeSymbol and not null })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }

    private static bool IsLoop(ISymbol symbol, int position, bool isStatic)
    {
        var type = symbol switch
        {
            ILocalSymbol local when local.Locations[0].SourceSpan.End < position => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field when field.IsStatic || !isStatic => field.Type,
            IPropertySymbol property when property.IsStatic || !isStatic => property.Type,
            _ => null,
        };
        return type is { Name: KnownNames.GAplic } && type.IsOfTheRuntime();
    }
}
