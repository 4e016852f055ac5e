using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Fixes a row that hides others: reorders the rows so that all are reached, or removes one of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreachableRowFix)), Shared]
public sealed class UnreachableRowFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnreachableRow];

    /// <summary>All are choices, because only the author knows which of the rows is the mistake.</summary>
    private protected override ImmutableArray<Repair> Repairs { get; } =
    [
        new("FSM0008.Order", "Put the row without a guard last", Order) { IsChoice = true },
        new("FSM0008.RemoveThis", "Remove this row, which is never reached", static subject => Remove(subject, static rows => rows[rows.Count - 1])) { IsChoice = true },
        new("FSM0008.RemoveOther", "Remove the other row, which hides this one", static subject => Remove(subject, static rows => rows[0])) { IsChoice = true },
    ];

    private static IEnumerable<Edit> Remove(FixSubject subject, Func<IReadOnlyList<AttributeSyntax>, AttributeSyntax> which) =>
        AttributeRemoval.Remove(subject, Rows(subject).Select(found => which(found.Rows)));

    /// <summary>
    /// Moves each row to the position of the one before it, and the first to that of the last. Text around the rows stays.
    /// </summary>
    private static IEnumerable<Edit> Order(FixSubject subject) =>
        from found in Rows(subject)
        where found.Diagnostic.Properties.ContainsKey(DiagnosticProperties.CanMove)
        from place in found.Rows.Select((row, index) => (Row: row, Next: found.Rows[(index + 1) % found.Rows.Count]))
        from edit in subject.Replace(place.Row, place.Row.Span, place.Next.ToString())
        select edit;

    /// <summary>Returns the rows of a diagnostic: the hiding one first, the marked one last.</summary>
    private static IEnumerable<(Diagnostic Diagnostic, IReadOnlyList<AttributeSyntax> Rows)> Rows(FixSubject subject) =>
        from found in subject.Nodes<AttributeSyntax>()
        let before = found.Diagnostic.AdditionalLocations.Select(place => place.SourceTree?.GetRoot(subject.Cancellation).FindNode(place.SourceSpan) as AttributeSyntax).ToList()
        where before.Count > 0 && before.TrueForAll(static row => row is not null)
        select (found.Diagnostic, (IReadOnlyList<AttributeSyntax>)[.. before!, found.Node]);
}
