using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0040: the target of a forward accepts the event.</summary>
internal sealed class ForwardTargetRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.ForwardTarget,
        "The target of a forward accepts the event",
        "'{0}' cannot be forwarded to '{1}': {2}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A forward names a field or property of the gclass. Its type has to be IAccept of the event: a gclass that declares the event as an input, or the interface itself.",
        helpLinkUri: HelpLink.For(DiagnosticIds.ForwardTarget));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from row in reading.Rows
        let forward = row.Forward
        let problem = forward?.Problem switch
        {
            ForwardProblem.Missing => $"it is no field or property of '{reading.GClass.Name}' that can be read",
            ForwardProblem.NotAccepted => NotAccepted(forward),
            _ => null,
        }
        where problem is not null
        select At(row.Attribute.ArgumentPlace(0, cancellation), forward.Event!.ShortName(), forward.To, problem);

    private static string NotAccepted(ForwardSite forward)
    {
        var (type, e) = (forward.TargetType!.WithNullableAnnotation(NullableAnnotation.None), forward.Event!.ShortName());
        return type is INamedTypeSymbol named && named.IsGClass()
            ? $"'{type.Name}' does not declare [Input<{e}>]"
            : $"its type '{type.ShortName()}' is no IAccept<{e}>";
    }
}
