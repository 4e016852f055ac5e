using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>
/// Adds the method that a table names and that does not exist. A misspelt <c>nameof</c> is the compiler's to report, so the fix answers its
/// CS0103 too, when that stands in a table.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallFix)), Shared]
public sealed class CallFix : EditFix
{
    private const string UnknownName = "CS0103";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Call, UnknownName];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.Call, "Create the method", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<AttributeArgumentSyntax>()
        let name = Name(subject, found.Diagnostic, found.Node)
        where name is not null && SyntaxFacts.IsValidIdentifier(name)
        let call = TableCall.Read(found.Node, subject.Model, subject.Cancellation)
        where call is not null && call.GClass.GetMembers(name).IsEmpty
        let part = call.GClass.TablePart(subject.Cancellation)
        where part is not null
        from edit in MemberInsertion.Append(
            subject, part, Stub.Lines(call.Use, name, call.Value, subject.ModelOf(part), part.OpenBraceToken.Span.End))
        select edit;

    private static string? Name(FixSubject subject, Diagnostic diagnostic, AttributeArgumentSyntax argument) => diagnostic.Id == UnknownName
        ? argument.Expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call
            && call.ArgumentList.Arguments.FirstOrDefault()?.Expression is IdentifierNameSyntax unknown
            ? unknown.Identifier.ValueText
            : null
        : subject.Model.GetConstantValue(argument.Expression, subject.Cancellation).Value as string;
}
