using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>Tells what of a declaration can be seen from other files, and by what name.</summary>
internal static class Visibility
{
    /// <summary>Members that the compiler looks for where no name stands: in loops, patterns, deconstructions, queries, texts, ranges and the like.</summary>
    private static readonly HashSet<string> Unnamed = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AppendFormatted", "AppendLiteral", "AsSpan", "Cast", "Combine", "CompareTo", "Count", "Create", "Current", "Deconstruct", "Dispose",
        "DisposeAsync", "EnterScope", "Equals", "Finalize", "GetAsyncEnumerator", "GetAwaiter", "GetEnumerator", "GetHashCode",
        "GetPinnableReference", "GetResult", "GetSubArray", "GroupBy", "GroupJoin", "HasValue", "Invoke", "IsCompleted", "Item", "Join", "Length",
        "MoveNext", "MoveNextAsync", "OnCompleted", "OrderBy", "OrderByDescending", "PrintMembers", "Reset", "Select", "SelectMany", "Slice",
        "Substring", "ThenBy", "ThenByDescending", "ToString", "ToStringAndClear", "TryGetValue", "UnsafeOnCompleted", "Value", "Where",
    };

    /// <summary>
    /// The names by which alone the member of a class or interface is found; null when it also counts where no name stands: a type, a
    /// constructor, an operator, an indexer, a constant, and what lets a type take the place of a type parameter or not.
    /// </summary>
    public static IReadOnlyList<string>? Names(MemberDeclarationSyntax member)
    {
        IReadOnlyList<string>? names = member switch
        {
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
            EventDeclarationSyntax occasion => [occasion.Identifier.ValueText],
            BaseFieldDeclarationSyntax fields => [.. fields.Declaration.Variables.Select(static field => field.Identifier.ValueText)],
            _ => null,
        };
        return names is null || names.Any(Unnamed.Contains) || Has(member, SyntaxKind.ConstKeyword) || Has(member, SyntaxKind.RequiredKeyword)
            || (member.Parent is InterfaceDeclarationSyntax && Has(member, SyntaxKind.StaticKeyword))
                ? null
                : names;
    }

    /// <summary>Whether the node is a body, or the value that a field or property begins with, which no other file depends on.</summary>
    /// <remarks>
    /// Bodies can give a type fields: one that uses <c>field</c> its property, one that uses a parameter of the type that parameter. The fields
    /// of a struct count, those of a class do not.
    /// </remarks>
    public static bool IsHidden(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => Struct(node) is not { } type || !(IsOfProperty(node) || MayKeepParameters(type)),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => Struct(property) is not { } type || !MayKeepParameters(type),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax fields } } =>
            !Has(fields, SyntaxKind.ConstKeyword) && (Struct(fields) is not { } type || !MayKeepParameters(type)),
        _ => false,
    };

    /// <summary>
    /// Whether nothing depends on it but the gclass that it stands on: attributes with type arguments, which tables are made of. The compiler has
    /// none of its own, and no using gives one another name.
    /// </summary>
    public static bool IsOfTable(SyntaxNode node) => node is AttributeListSyntax list && list.Attributes.All(static attribute => attribute.Name is GenericNameSyntax);

    /// <summary>Whether a statement outside of all types may declare a local; those in a lambda are its own.</summary>
    public static bool Declares(GlobalStatementSyntax statement) =>
        statement.Statement is not ExpressionStatementSyntax expression
        || expression.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).Any(static node => node is VariableDesignationSyntax);

    private static TypeDeclarationSyntax? Struct(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() switch
    {
        StructDeclarationSyntax type => type,
        RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordStructDeclaration } type => type,
        _ => null,
    };

    private static bool IsOfProperty(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BasePropertyDeclarationSyntax;

    /// <summary>The parameters of a record are properties.</summary>
    private static bool MayKeepParameters(TypeDeclarationSyntax type) =>
        type is StructDeclarationSyntax && (type.ParameterList is not null || type.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool Has(MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);
}
