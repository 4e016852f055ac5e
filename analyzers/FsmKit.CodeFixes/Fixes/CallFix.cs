using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>
/// Fixes an unknown name in a table: by the nearest fitting names, or by a new method. The compiler reports a misspelt <c>nameof</c>, so
/// the fix also handles CS0103 inside a table.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallFix)), Shared]
public sealed class CallFix : EditFix
{
    private const string UnknownName = "CS0103";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Call, UnknownName];

    private protected override ImmutableArray<Repair> Repairs { get; } =
        [new(DiagnosticIds.Call, "Create the method, which throws until it is written", Create) { IsChoice = true }];

    private protected override IEnumerable<Repair> RepairsOf(FixSubject subject) =>
        (from written in Names(subject)
         from name in NearestNames.Of(written.Name, written.Call.Fitting(subject))
         select new Repair($"{DiagnosticIds.Call}.{name}", $"Use '{name}'", _ => Rename(subject, written.Argument, name)) { IsChoice = true })
        .Concat(Repairs);

    private static IEnumerable<Edit> Create(FixSubject subject) =>
        from written in Names(subject)
        where written.Call.Use != CallUse.Map // Only the author knows the event that a map creates.
        let part = written.Call.GClass.TablePart(subject.Cancellation)
        where part is not null
        from edit in MemberInsertion.Append(
            subject, part, Stub.Lines(written.Call.Use, written.Name, written.Call.Value, subject.ModelOf(part), part.OpenBraceToken.Span.End))
        select edit;

    private static IEnumerable<Edit> Rename(FixSubject subject, AttributeArgumentSyntax argument, string name) => argument.Expression switch
    {
        LiteralExpressionSyntax literal => subject.Replace(literal, literal.Span, SymbolDisplay.FormatLiteral(name, quote: true)),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } operands } => subject.Replace(operands[0], Last(operands[0].Expression), name),
        _ => [],
    };

    /// <summary>Returns the method part of <c>Door.AcOpen</c>.</summary>
    private static TextSpan Last(ExpressionSyntax operand) => operand is MemberAccessExpressionSyntax access ? access.Name.Span : operand.Span;

    /// <summary>Returns the names at the diagnostics that are no members of their gclass.</summary>
    private static IEnumerable<(AttributeArgumentSyntax Argument, string Name, TableCall Call)> Names(FixSubject subject) =>
        from found in subject.Nodes<AttributeArgumentSyntax>()
        let name = Name(subject, found.Diagnostic, found.Node)
        where name is not null && SyntaxFacts.IsValidIdentifier(name)
        let call = TableCall.Read(found.Node, subject.Model, subject.Cancellation)
        where call is not null && call.GClass.GetMembers(name).IsEmpty
        select (found.Node, name, call);

    private static string? Name(FixSubject subject, Diagnostic diagnostic, AttributeArgumentSyntax argument) => diagnostic.Id == UnknownName
        ? argument.Expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call
            && call.ArgumentList.Arguments.FirstOrDefault()?.Expression is IdentifierNameSyntax unknown
            ? unknown.Identifier.ValueText
            : null
        : subject.Model.GetConstantValue(argument.Expression, subject.Cancellation).Value as string;
}
