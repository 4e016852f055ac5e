using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>Tells which parts of a declaration other files can see, and by which name.</summary>
internal static class Visibility
{
    /// <summary>
    /// Members that the compiler finds without a name in the source: in loops, patterns, deconstructions, queries, interpolated strings,
    /// ranges and the like.
    /// </summary>
    private static readonly HashSet<string> Unnamed = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AppendFormatted", "AppendLiteral", "AsSpan", "Cast", "Combine", "CompareTo", "Count", "Create", "Current", "Deconstruct", "Dispose",
        "DisposeAsync", "EnterScope", "Equals", "Finalize", "GetAsyncEnumerator", "GetAwaiter", "GetEnumerator", "GetHashCode",
        "GetPinnableReference", "GetResult", "GetSubArray", "GroupBy", "GroupJoin", "HasValue", "Invoke", "IsCompleted", "Item", "Join", "Length",
        "MoveNext", "MoveNextAsync", "OnCompleted", "OrderBy", "OrderByDescending", "PrintMembers", "Reset", "Select", "SelectMany", "Slice",
        "Substring", "ThenBy", "ThenByDescending", "ToString", "ToStringAndClear", "TryGetValue", "UnsafeOnCompleted", "Value", "Where",
    };

    /// <summary>
    /// Returns the only names by which the member of a class or interface is found. Null when it counts without a name, too: a type, a
    /// constructor, an operator, an indexer, a constant, and anything that decides whether a type satisfies the constraints of a type
    /// parameter.
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

    /// <summary>Whether the node is a body, or the initial value of a field or property, which no other file depends on.</summary>
    /// <remarks>
    /// Bodies can add fields to a type: the keyword <c>field</c> in a property, and the use of a parameter of the type. Fields count in a
    /// struct and not in a class.
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
    /// Whether only the gclass itself depends on the node: attributes with type arguments, which tables consist of. The compiler has no
    /// such attribute of its own, and no using can alias one.
    /// </summary>
    public static bool IsOfTable(SyntaxNode node) => node is AttributeListSyntax list && list.Attributes.All(static attribute => attribute.Name is GenericNameSyntax);

    /// <summary>Whether a global statement may declare a local. Locals of a lambda do not count.</summary>
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

    /// <summary>Whether the type may keep parameters in fields. Those of a record are properties instead.</summary>
    private static bool MayKeepParameters(TypeDeclarationSyntax type) =>
        type is StructDeclarationSyntax && (type.ParameterList is not null || type.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool Has(MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);
}
