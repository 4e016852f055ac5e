using FsmKit.Analyzers.Bodies;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0091: what a guard reads is in the snapshot, so that a restored gobj does the same.</summary>
internal sealed class UnkeptMemberRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnkeptMember,
        "What a guard reads is kept in the snapshot",
        "Guard '{1}' of '{2}' reads '{0}', which no snapshot keeps: mark it [Kept], or work it out again where the gobj is restored",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A restored gobj begins with the values that its constructor gives. A guard that reads one that was not kept decides otherwise than before.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnkeptMember));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        if (!bodies.Reading.Snapshots.IsAsked)
        {
            yield break;
        }

        var written = new HashSet<ISymbol>(bodies.All.SelectMany(static method => method.Key.MethodKind == MethodKind.Constructor ? [] : method.Value.DescendantsAndSelf()).Select(static one => one.WrittenMember()).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        var told = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var guard in bodies.Guards)
        {
            foreach (var member in bodies.Reach(guard).Select(static one => one.OwnMember()).OfType<ISymbol>())
            {
                if (written.Contains(member) && !member.GetAttributes().Any(static attribute => attribute.Is(KnownNames.KeptMember) || attribute.Is(KnownNames.Parameter)) && told.Add(member))
                {
                    yield return At(member.Locations.FirstOrDefault(), member.Name, guard.Name, bodies.Reading.GClass.Name);
                }
            }
        }
    }
}
