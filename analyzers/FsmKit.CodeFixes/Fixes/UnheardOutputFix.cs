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

/// <summary>Declares an event of a child as an input of its parent. FSM0007 then asks for the answer of each state.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnheardOutputFix)), Shared]
public sealed class UnheardOutputFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnheardOutput];

    private protected override ImmutableArray<Repair> Repairs { get; } = [new(DiagnosticIds.UnheardOutput, "Declare the event as input", Find)];

    private static IEnumerable<Edit> Find(FixSubject subject) =>
        from found in subject.Nodes<InvocationExpressionSyntax>()
        let child = (subject.Model.GetSymbolInfo(found.Node, subject.Cancellation).Symbol as IMethodSymbol)?.TypeArguments.FirstOrDefault() as INamedTypeSymbol
        where child is not null
        from output in child.GetAttributes().Where(static attribute => attribute.Is(KnownNames.Output)).Select(static attribute => EventReader.EventOf(attribute)).OfType<INamedTypeSymbol>()
        where found.Diagnostic.Properties.TryGetValue(DiagnosticProperties.Events, out var e) && e == output.FullName()
        from edit in EventDeclaration.Declare(subject, subject.GClassAround(found.Node), KnownNames.Input, output)
        select edit;
}
