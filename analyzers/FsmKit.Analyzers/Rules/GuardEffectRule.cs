using FsmKit.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0074: a guard asks, and changes nothing.</summary>
internal sealed class GuardEffectRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.GuardEffect,
        "A guard only asks",
        "Guard '{0}' of '{1}' {2}: a guard is asked whenever its row could be taken, and by Can, without that anything happens",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Guards are asked in the order of the rows, also for rows that are not taken, and by those that want to know what an event would do. What a guard changes, it changes each time.",
        helpLinkUri: HelpLink.For(DiagnosticIds.GuardEffect));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        foreach (var guard in bodies.Guards)
        {
            if (bodies.Reach(guard).Select(operation => (Operation: operation, What: What(operation))).FirstOrDefault(static one => one.What is not null) is { What: { } what } found)
            {
                yield return At(found.Operation.Syntax.GetLocation(), guard.Name, bodies.Reading.GClass.Name, what);
            }
        }
    }

    private static string? What(IOperation operation) =>
        !operation.RunsHere() ? null
        : operation.WrittenMember() is { } member ? $"writes '{member.Name}'"
        : operation is IInvocationOperation { TargetMethod: var method } && (GObjCalls.IsDoing(method) || GObjCalls.IsPosting(method))
            ? $"calls '{method.Name}'"
            : null;
}
