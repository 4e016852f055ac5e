using FsmKit.Analyzers.Bodies;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0091: members that a guard reads are in the snapshot, so that a restored gobj decides the same.</summary>
internal sealed class UnkeptMemberRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnkeptMember,
        "Members that a guard reads are kept in the snapshot",
        "Guard '{1}' of '{2}' reads '{0}', which no snapshot keeps: mark it [Kept], or compute it again when the gobj is restored",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A restored gobj begins with the values of its constructor. A guard that reads a member that was not kept may decide differently than before.",
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
