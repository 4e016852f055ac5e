using FsmKit.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0074: a guard has no side effects.</summary>
internal sealed class GuardEffectRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.GuardEffect,
        "A guard has no side effects",
        "Guard '{0}' of '{1}' {2}: a guard is evaluated whenever its row is tried, and also by Can, when no event is handled",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Guards are evaluated in the order of the rows, also for rows that are not taken, and by code that asks what an event would do. A guard with a side effect repeats it each time.",
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
