using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>
/// Tells whether a field or local holds only collections that this code creates without a comparer: every assignment is a <c>new</c> of
/// exactly that type, or brackets.
/// </summary>
internal sealed class Freshness(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool IsFresh(IOperation? value)
    {
        ISymbol? holder = value switch
        {
            IFieldReferenceOperation { Field: var field } when SymbolEqualityComparer.Default.Equals(field.ContainingType, gclass)
                && (field.DeclaredAccessibility == Accessibility.Private || field.IsReadOnly) => field,
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
            _ => null,
        };
        if (holder is null)
        {
            return false;
        }

        if (!_known.TryGetValue(holder, out var fresh))
        {
            _known.Add(holder, fresh = Scope(holder).All(scope => HoldsIn(scope, holder)));
        }

        return fresh;
    }

    /// <summary>Returns the code that can assign to the field or local.</summary>
    private IEnumerable<SyntaxNode> Scope(ISymbol holder)
    {
        if (holder is ILocalSymbol)
        {
            return holder.DeclaringSyntaxReferences.Select(declaration => Member(declaration.GetSyntax(cancellation)));
        }

        return gclass.DeclaringSyntaxReferences.Select(declaration => declaration.GetSyntax(cancellation));
    }

    private static SyntaxNode Member(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;

    private bool HoldsIn(SyntaxNode scope, ISymbol holder)
    {
        var type = holder is IFieldSymbol field ? field.Type : ((ILocalSymbol)holder).Type;
        return scope.DescendantNodes().All(node => node switch
        {
            VariableDeclaratorSyntax declarator when declarator.Identifier.ValueText == holder.Name =>
                declarator.Initializer is null || IsMade(declarator.Initializer.Value, type),
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText != holder.Name,
            ForEachStatementSyntax loop => loop.Identifier.ValueText != holder.Name,
            IdentifierNameSyntax name when name.Identifier.ValueText == holder.Name => IsReadOrMade(name, type),
            _ => true,
        });
    }

    private bool IsReadOrMade(IdentifierNameSyntax name, ITypeSymbol type)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == whole =>
                assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
                    ? IsMade(assignment.Right, type)
                    : false,
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } or RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => false,

            // A part of a tuple can be the target of a deconstruction.
            ArgumentSyntax { Parent: TupleExpressionSyntax } => false,
            _ => true,
        };
    }

    /// <summary>Whether the value is a new collection of this type with a capacity or without arguments.</summary>
    private bool IsMade(ExpressionSyntax value, ITypeSymbol type)
    {
        switch (value)
        {
            case CollectionExpressionSyntax { Elements.Count: 0 }:
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }:
                return true;
            case BaseObjectCreationExpressionSyntax creation:
                return compilation.GetSemanticModel(value.SyntaxTree).GetOperation(creation, cancellation) is IObjectCreationOperation { Type: { } made } operation
                    && SymbolEqualityComparer.Default.Equals(made, type)
                    && operation.Arguments.All(static argument => argument.Value.Type is { SpecialType: SpecialType.System_Int32 });
            default:
                return false;
        }
    }
}
