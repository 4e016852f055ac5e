using System.Collections.Immutable;
using System.Composition;
using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>Adds rows for the events that a state does not answer: with actions, with [Ignore], or by closing the state.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnansweredEventFix)), Shared]
public sealed class UnansweredEventFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnansweredEvent];

    /// <summary>Available for all states at once, because the new rows are visible and a new action throws until it is written.</summary>
    private protected override ImmutableArray<Repair> Repairs { get; } =
    [
        new("FSM0007.On", "Answer with actions", static subject => Find(subject, Act)),
        new("FSM0007.Ignore", "Ignore the events", static subject => Find(subject, Ignore)),
        new("FSM0007.Refuse", "Refuse everything else", static subject => Find(subject, Refuse)),
    ];

    private static IEnumerable<Edit> Find(FixSubject subject, Func<UnansweredState, IEnumerable<Edit>> answer) =>
        subject.Nodes<EnumMemberDeclarationSyntax>()
            .Select(found => UnansweredState.Read(subject, found.Diagnostic, found.Node))
            .Where(static state => state is { Missing.Count: > 0 })
            .SelectMany(state => answer(state!));

    private static IEnumerable<Edit> Act(UnansweredState state)
    {
        var names = state.Missing.Select(e => (Event: e, Action: ActionName.For(state.GClass, e, state.Calls))).ToList();
        var edits = state.Add(names.Select(row => $"{state.Attribute(KnownNames.On, row.Event)}(nameof({row.Action.Name}))"));
        if (state.Part is { } part)
        {
            edits = edits.Concat(
                from row in names
                where !row.Action.Exists
                from edit in MemberInsertion.Append(state.Subject, part, Stub.Lines(
                    CallUse.Action, row.Action.Name, row.Event.Type, state.Subject.ModelOf(part), part.OpenBraceToken.Span.End))
                select edit);
        }

        return edits;
    }

    private static IEnumerable<Edit> Ignore(UnansweredState state) => state.Add(state.Missing.Select(e => state.Attribute(KnownNames.Ignore, e)));

    private static IEnumerable<Edit> Refuse(UnansweredState state) =>
        state.Add([GClassParts.Prefix(state.Subject.Model, state.Syntax.SpanStart, KnownNames.Refuse) + "Refuse"]);
}
