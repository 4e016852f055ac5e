using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Gives a row the next state of the other rows with its action. Only the author knows that no other action is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StrayNextFix)), Shared]
public sealed class StrayNextFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.StrayNext];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.StrayNext, "Lead where the other rows lead", Find) { IsChoice = true }];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<AttributeSyntax>()
        let arguments = found.Node.ArgumentList
        where arguments is not null
        let next = arguments.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Next")
        let state = found.Diagnostic.Properties.TryGetValue(DiagnosticProperties.Next, out var name) ? name : null
        from edit in state is null ? next is null ? [] : ArgumentRemoval.Remove(subject, next)
            : next is not null ? Rename(subject, next.Expression, state)
            : subject.Insert(arguments, arguments.CloseParenToken.SpanStart, $", Next = {(found.Node.FirstAncestorOrSelf<EnumMemberDeclarationSyntax>() is null ? $"\"{state}\"" : state)}")
        select edit;

    /// <summary>Names another state in the style of the row: alone, after the enum, in <c>nameof</c> or as a string.</summary>
    private static IEnumerable<Edit> Rename(FixSubject subject, ExpressionSyntax next, string state)
    {
        var token = next is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } named } ? named[0].GetLastToken() : next.GetLastToken();
        return subject.Replace(next, token.Span, next is LiteralExpressionSyntax ? $"\"{state}\"" : state);
    }
}
