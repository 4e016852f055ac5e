using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Reads the parameters of a gclass: its partial properties with <c>[Parameter]</c>.</summary>
internal static class ParameterReader
{
    public static IReadOnlyList<ParameterSite> Read(INamedTypeSymbol gclass, CallReader calls, CancellationToken cancellation)
    {
        var sites = new List<ParameterSite>();
        foreach (var property in gclass.MembersInOrder().OfType<IPropertySymbol>())
        {
            var attribute = property.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.Parameter));

            // The implementing part of the property, if it exists already, belongs to the author.
            if (attribute is not null && property.PartialDefinitionPart is null)
            {
                sites.Add(Read(property, attribute, calls, cancellation));
            }
        }

        return sites;
    }

    private static ParameterSite Read(IPropertySymbol property, AttributeData attribute, CallReader calls, CancellationToken cancellation)
    {
        var validate = calls.Read(Named(attribute, "Validate"), CallUse.Validate, property.Type, attribute);
        var coerce = calls.Read(Named(attribute, "Coerce"), CallUse.Coerce, property.Type, attribute);
        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as PropertyDeclarationSyntax;
        var isOwn = IsOwn(property);
        var setter = syntax is null ? null : isOwn ? WrittenBy(syntax) : Setter(syntax);
        ParameterModel? model = null;
        if (syntax is not null && property.Type.CanBeNamed() && (isOwn
            ? property is { IsStatic: false, GetMethod: not null } && validate is null && coerce is null
            : setter is not null && syntax.Modifiers.Any(SyntaxKind.PartialKeyword) && HasField(syntax)))
        {
            var (form, textType, isNullable) = Form(property.Type);

            // A statistic: only the gclass itself writes it.
            form = setter?.Modifiers.Any(SyntaxKind.PrivateKeyword) != false ? ParameterForm.None : form;
            model = new ParameterModel(
                property.Escaped(), property.Type.FullName(), property.Type.ShortName(), form, textType, isNullable, IsOblivious(property.Type), isOwn,
                syntax.Initializer?.Value.ToString() ?? "",
                Named(attribute, "Description") ?? Summaries.Of(property, cancellation),
                string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.Text)),
                Head(syntax.AccessorList!.Accessors.First(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration))),
                setter is null ? "" : Head(setter),
                validate?.Model?.FullName, coerce?.Model?.FullName,
                attribute.NamedArguments.Any(static argument => argument is { Key: "Reload", Value.Value: true }));
        }

        return new ParameterSite(property, model, validate, coerce, attribute);
    }

    /// <summary>Whether the language version has the keyword <c>field</c>, which the generated accessors use. C# 14 has it.</summary>
    public static bool HasField(SyntaxNode syntax) => syntax.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: < (LanguageVersion)1400 };

    /// <summary>
    /// Whether the author wrote the accessors, in the implementing part of the property. These then check their values themselves.
    /// </summary>
    public static bool IsOwn(IPropertySymbol property) =>
        property.PartialImplementationPart is { } part && !(part.GetMethod is { } getter && GeneratedNames.IsGenerated(getter));

    private static AccessorDeclarationSyntax? WrittenBy(PropertyDeclarationSyntax syntax) =>
        syntax.AccessorList?.Accessors.FirstOrDefault(static accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration));

    private static string Head(AccessorDeclarationSyntax accessor) =>
        string.Join(" ", accessor.Modifiers.Select(static modifier => modifier.Text).Append(accessor.Keyword.Text));

    /// <summary>
    /// Returns the setter of an instance property with plain <c>get</c> and <c>set</c> or <c>init</c>, as a parameter needs; null for any
    /// other.
    /// </summary>
    public static AccessorDeclarationSyntax? Setter(PropertyDeclarationSyntax syntax)
    {
        var accessors = syntax.AccessorList?.Accessors ?? default;
        return syntax.ExplicitInterfaceSpecifier is null
            && !syntax.Modifiers.Any(SyntaxKind.StaticKeyword)
            && accessors.Count == 2
            && accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null })
            && accessors.Any(SyntaxKind.GetAccessorDeclaration)
                ? accessors.FirstOrDefault(static accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration)
                : null;
    }

    private static bool IsOblivious(ITypeSymbol type) => type switch
    {
        { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None } => true,
        IArrayTypeSymbol array => IsOblivious(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOblivious),
        _ => false,
    };

    private static (ParameterForm Form, string TextType, bool IsNullable) Form(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var (form, text, _) = Form(nullable.TypeArguments[0]);
            return (form, text, true);
        }

        var name = type.WithNullableAnnotation(NullableAnnotation.None).FullName();
        var isNullable = type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
        return type switch
        {
            { SpecialType: SpecialType.System_String } => (ParameterForm.Text, name, isNullable),
            { SpecialType: SpecialType.System_Boolean } => (ParameterForm.Bool, name, false),
            { TypeKind: TypeKind.Enum } => (ParameterForm.Enum, name, false),
            IArrayTypeSymbol { Rank: 1 } array when ParsesItself(array.ElementType) => (ParameterForm.List, array.ElementType.FullName(), isNullable),
            INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments.Length: 1 } list when ParsesItself(list.TypeArguments[0]) =>
                (ParameterForm.List, list.TypeArguments[0].FullName(), isNullable),
            _ when ParsesItself(type) => (ParameterForm.Parsable, name, isNullable),
            _ => (ParameterForm.None, name, isNullable),
        };
    }

    private static bool ParsesItself(ITypeSymbol type) => type.AllInterfaces.Any(
        implemented => implemented.IsSystemType("IParsable") && implemented.TypeArguments.Length == 1
                       && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type));

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
}
