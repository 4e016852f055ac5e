using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Refactorings.Switching;

/// <summary>Index of the names in a class by their symbols.</summary>
internal sealed class NamesOfClass
{
    private readonly ILookup<ISymbol, IdentifierNameSyntax> _names;
    private readonly HashSet<string> _given = [];

    public NamesOfClass(FixSubject subject, INamedTypeSymbol type, ClassDeclarationSyntax declaration)
    {
        (Subject, Type, Class) = (subject, type, declaration);
        _names = declaration.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => (Name: name, subject.Model.GetSymbolInfo(name, subject.Cancellation).Symbol)).Where(static one => one.Symbol is not null)
            .ToLookup(static one => one.Symbol!, static one => one.Name, SymbolEqualityComparer.Default);
    }

    public FixSubject Subject { get; }

    public INamedTypeSymbol Type { get; }

    public ClassDeclarationSyntax Class { get; }

    /// <summary>Returns the names of a symbol.</summary>
    public IEnumerable<IdentifierNameSyntax> Of(ISymbol symbol) => _names[symbol];

    /// <summary>Returns the uses of a field, with <c>this.</c> before it.</summary>
    public IReadOnlyList<ExpressionSyntax> UsesOf(IFieldSymbol field) =>
        [.. Of(field).Select(static name => name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } whole ? (ExpressionSyntax)whole : name)];

    /// <summary>Whether a use writes the variable.</summary>
    public static bool IsWritten(ExpressionSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        PostfixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || (argument.Parent is TupleExpressionSyntax tuple && IsWritten(tuple)),
        RefExpressionSyntax => true,
        _ => false,
    };

    /// <summary>Returns the symbol that a member declares; null for fields.</summary>
    public ISymbol? Symbol(MemberDeclarationSyntax member) => Subject.Model.GetDeclaredSymbol(member, Subject.Cancellation);

    /// <summary>
    /// Returns a free name that no symbol in scope of the class has: the proposed one, or that with a number. It is not returned again.
    /// </summary>
    public string Free(string name)
    {
        var free = EditRefactoring.FreeName(name, taken => _given.Contains(taken) || Subject.Model.LookupSymbols(Class.OpenBraceToken.Span.End, name: taken).Length > 0);
        _given.Add(free);
        return free;
    }
}
