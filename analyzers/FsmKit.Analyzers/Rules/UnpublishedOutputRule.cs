using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0065: a declared output event is published.</summary>
internal sealed class UnpublishedOutputRule : Rule
{
    private const string EventName = nameof(EventName);

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnpublishedOutput,
        "A declared output event is published",
        "'{0}' is an output event of '{1}' that it never publishes",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Subscribers of an output event wait for it. If the event is never published, a call of Publish is missing, or the declaration is not needed.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnpublishedOutput));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var forwarded = reading.Rows.Select(static row => row.Forward).Where(static forward => forward is { To: null }).Select(static forward => forward!.Event).ToList();
        var unnamed = reading.Outputs.Where(output => !IsNamed(reading, output.Type) && !forwarded.Exists(e => SymbolEqualityComparer.Default.Equals(e, output.Type))).ToList();

        // The bodies are bound only where an event is not even named.
        return unnamed.Count == 0 || Published.Of(reading, cancellation) is not { } published
            ? []
            : unnamed.Where(output => !published.Contains(output.Type, SymbolEqualityComparer.Default))
                .Select(output => At(output.Attribute.EventPlace(cancellation), output.Model.Name, reading.GClass.Name));
    }

    /// <summary>Whether code of the gclass names the event, so that a method of the author may publish it.</summary>
    private static bool IsNamed(MachineReading reading, INamedTypeSymbol e) =>
        reading.Names.Of(e.Name).Any(static name => !name.Ancestors().Any(static node => node is AttributeListSyntax) && !IsRenaming(name));

    /// <summary>
    /// Whether the name is in <c>EventName&lt;E&gt;</c> or <c>EventName.Own&lt;E&gt;()</c>, which only select the event for a subscriber.
    /// </summary>
    private static bool IsRenaming(SyntaxNode name) => name.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax { Identifier.ValueText: var of, Parent: var parent } }
        && (of == EventName || (parent is MemberAccessExpressionSyntax { Expression: var owner } && owner.DescendantTokens().Last().ValueText == EventName));
}
