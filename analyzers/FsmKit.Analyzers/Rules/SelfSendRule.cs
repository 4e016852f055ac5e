using FsmKit.Analyzers.Bodies;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0078: a nested gclass does not send events to itself, because they are handled inside the running action.</summary>
internal sealed class SelfSendRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SelfSend,
        "A nested gclass posts to itself",
        "'{0}' is Reentrancy.Nested: this event is handled inside '{1}', before the rest of the method; post it, or remove Reentrancy",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A nested gclass handles each event at once, even in the middle of its own action. The rest of the action then runs in a state that it may not expect.",
        helpLinkUri: HelpLink.For(DiagnosticIds.SelfSend));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation) => !LaneChoice.IsNested(bodies.Reading) ? [] :
        from one in bodies.Calls
        let call = one.Call
        where call.TargetMethod.Name == "Send" && call.TargetMethod.ContainingType.IsGObj() && call.Arguments.Length > 0 && IsThis(call.Arguments[0].Value) && call.RunsHere()
        select At(call.Syntax.GetLocation(), bodies.Reading.GClass.Name, one.Method.Name);

    private static bool IsThis(IOperation value) => value is IInstanceReferenceOperation or IConversionOperation { Operand: IInstanceReferenceOperation };
}
