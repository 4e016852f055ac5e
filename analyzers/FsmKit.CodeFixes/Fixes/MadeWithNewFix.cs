using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>
/// Replaces <c>new</c> by Create of the gobj around the code, or of the only GAplic in scope. An object initializer becomes the
/// configuration.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MadeWithNewFix)), Shared]
public sealed class MadeWithNewFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MadeWithNew];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.MadeWithNew, "Make it with Create", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<BaseObjectCreationExpressionSyntax>()
        where found.Node.ArgumentList is null or { Arguments.Count: 0 }
        let type = subject.Model.GetTypeInfo(found.Node, subject.Cancellation).Type
        where type is not null
        let name = type.ToMinimalDisplayString(subject.Model, found.Node.SpanStart)
        let parent = ParentInReach.Of(found.Node, name, subject.Model, subject.Cancellation)
        where parent is not null
        let arguments = Configuration(subject, found.Node, type)
        where arguments is not null
        from edit in subject.Replace(found.Node, found.Node.Span, $"{parent}Create<{name}>({arguments})")
        select edit;

    /// <summary>Returns the argument with the contents of the initializer; empty without one, null when no lambda can express it.</summary>
    private static string? Configuration(FixSubject subject, BaseObjectCreationExpressionSyntax creation, ITypeSymbol type)
    {
        if (creation.Initializer is not { Expressions.Count: > 0 } initializer)
        {
            return "";
        }

        var assignments = initializer.Expressions.Select(expression => Assignment(subject, expression)).ToList();
        var name = char.ToLowerInvariant(type.Name[0]) + type.Name.Substring(1);
        name = subject.Model.LookupSymbols(creation.SpanStart, name: name).IsEmpty ? name : "gobj";
        return assignments.Contains(null) || !subject.Model.LookupSymbols(creation.SpanStart, name: name).IsEmpty
            ? null
            : assignments.Count == 1
                ? $"configure: {name} => {name}.{assignments[0]}"
                : $"configure: {name} => {{ {string.Concat(assignments.Select(one => $"{name}.{one}; "))}}}";
    }

    private static string? Assignment(FixSubject subject, ExpressionSyntax expression) =>
        expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: not InitializerExpressionSyntax and var right }
        && subject.Model.GetSymbolInfo(left, subject.Cancellation).Symbol is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod.IsInitOnly: false }
        && right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(name => CanBeCaptured(subject.Model.GetSymbolInfo(name, subject.Cancellation).Symbol))
            ? $"{left.Identifier.Text} = {right}"
            : null;

    private static bool CanBeCaptured(ISymbol? symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter is { RefKind: RefKind.None, Type.IsRefLikeType: false },
        ILocalSymbol local => local is { IsRef: false, Type.IsRefLikeType: false },
        _ => true,
    };
}
