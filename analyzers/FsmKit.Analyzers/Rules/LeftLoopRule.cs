using FsmKit.Analyzers.Bodies;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0076: code after an await changes the gobj only on its loop.</summary>
internal sealed class LeftLoopRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.LeftLoop,
        "Code that changes a gobj stays on its loop",
        "After this ConfigureAwait(false) '{0}' runs outside of the loop and uses '{1}' of '{2}': await without ConfigureAwait(false), or return the value and let the event carry it",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A gobj belongs to the thread of its loop. Code after an await continues there. With ConfigureAwait(false) it continues on a thread of the pool, at the same time as the next event.",
        helpLinkUri: HelpLink.For(DiagnosticIds.LeftLoop));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        foreach (var method in bodies.All.Where(static method => method.Key is { IsAsync: true, IsStatic: false }))
        {
            var inside = method.Value.DescendantsAndSelf().ToList();
            foreach (var left in inside.OfType<IAwaitOperation>().Where(static one => Leaves(one.Operation)))
            {
                if (inside.Where(one => one.Syntax.SpanStart >= left.Syntax.Span.End && one.RunsHere()).Select(static one => Touched(one)).FirstOrDefault(static one => one is not null) is { } touched)
                {
                    yield return At(left.Syntax.GetLocation(), method.Key.Name, touched.Name, bodies.Reading.GClass.Name);
                    break;
                }
            }
        }
    }

    private static bool Leaves(IOperation awaited) =>
        awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Arguments: { Length: 1 } arguments } && arguments[0].Value.ConstantValue is { HasValue: true, Value: false };

    /// <summary>
    /// Returns the member of the gobj that an operation writes, or the method of the gobj that it calls; null without one.
    /// </summary>
    private static ISymbol? Touched(IOperation operation) =>
        operation is IInvocationOperation { Instance: IInstanceReferenceOperation or null, TargetMethod: var method } && GObjCalls.IsDoing(method) ? method : operation.WrittenMember();
}
