using FsmKit.Analyzers.Bodies;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0077: members that a guard reads are changed by events, and not by other code.</summary>
internal sealed class OutsideMemberRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.OutsideMember,
        "Members that a guard reads are changed by events",
        "Any code can write '{0}', which guard '{1}' of '{2}' reads, so the behaviour can change without an event; let an event carry the value, or make '{0}' a [Parameter]",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A table shows the effects of events. A write of a public member that a guard reads changes the behaviour without a row in the table, and can come from any thread.",
        helpLinkUri: HelpLink.For(DiagnosticIds.OutsideMember));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        var told = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var guard in bodies.Guards)
        {
            foreach (var member in bodies.Reach(guard).Select(static one => one.OwnMember()).OfType<ISymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(member.ContainingType, bodies.Reading.GClass) && IsOpen(member) && told.Add(member))
                {
                    yield return At(member.Locations.FirstOrDefault(), member.Name, guard.Name, bodies.Reading.GClass.Name);
                }
            }
        }
    }

    private static bool IsOpen(ISymbol member) => member.DeclaredAccessibility >= Accessibility.Internal && member switch
    {
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: >= Accessibility.Internal } } property => !property.GetAttributes().Any(static attribute => attribute.Is(KnownNames.Parameter)),
        _ => false,
    };
}
