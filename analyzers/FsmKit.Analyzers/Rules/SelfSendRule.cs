using FsmKit.Analyzers.Bodies;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0078: who is entered again by its own event knows it.</summary>
internal sealed class SelfSendRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SelfSend,
        "A nested gclass posts to itself",
        "'{0}' is Reentrancy.Nested: this event is handled inside '{1}', before it goes on; post it, or leave Reentrancy out",
        HelpLink.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A nested gclass handles at once what reaches it, also in the middle of its own action. What the action does afterwards it does in a state that it may not expect.",
        helpLinkUri: HelpLink.For(DiagnosticIds.SelfSend));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation) => !LaneChoice.IsNested(bodies.Reading) ? [] :
        from one in bodies.Calls
        let call = one.Call
        where call.TargetMethod.Name == "Send" && call.TargetMethod.ContainingType.IsGObj() && call.Arguments.Length > 0 && IsThis(call.Arguments[0].Value) && call.RunsHere()
        select At(call.Syntax.GetLocation(), bodies.Reading.GClass.Name, one.Method.Name);

    private static bool IsThis(IOperation value) => value is IInstanceReferenceOperation or IConversionOperation { Operand: IInstanceReferenceOperation };
}
