using FsmKit.Generators;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0031: a deferred event can be kept and retried after a transition.</summary>
internal sealed class DeferRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Defer,
        "A deferred event can be kept",
        "'{0}' cannot be deferred: {1}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Defer keeps an event until the leaf has changed. A ref struct cannot be kept, and a nested gclass handles events inside of transitions.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Defer));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var isNested = reading.GClass.GetAttributes().Any(static attribute => attribute.Is(KnownNames.GClass)
            && attribute.NamedArguments.Any(static argument => argument is { Key: "Reentrancy", Value.Value: byte and not 0 }));
        return from row in reading.Rows
               where row.Answer == AnswerKind.Defer
               let e = row.Event
               where e is not null
               let problem = e.IsRefLikeType ? "it borrows memory, which is gone when the sender goes on"
                   : isNested ? $"'{reading.GClass.Name}' is Reentrancy.Nested, and handles events inside of transitions"
                   : null
               where problem is not null
               select At(row.Attribute.EventPlace(cancellation), e.Name, problem);
    }
}
