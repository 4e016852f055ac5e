using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0032: the events of asynchronous work can be created from its result and from its exception.</summary>
internal sealed class InvokeRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Invoke,
        "The events of asynchronous work fit its result and its exception",
        "'{0}' cannot be created from {1}: give it one public constructor for '{2}', or none with parameters{3}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code creates the event of success from the result of the work, and the event of a failure from its exception.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Invoke));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        foreach (var work in reading.States.SelectMany(static state => state.Invocations))
        {
            if (work is not { Work: { Model: not null, Method: { } method }, Event: { } e, Failure: { } failure })
            {
                continue;
            }

            if (work.EventForm == EventForm.None)
            {
                var result = InvocationReader.Result(method)?.ShortName();
                yield return At(
                    work.Attribute.EventPlace(0, cancellation), e.ShortName(), result is null ? $"'{method.Name}', which has no result" : $"the result of '{method.Name}'",
                    result ?? e.ShortName(), result is null ? $", or let '{method.Name}' return it" : $", or let '{method.Name}' return a '{e.ShortName()}'");
            }

            if (work.FailureForm == EventForm.None)
            {
                yield return At(work.Attribute.EventPlace(1, cancellation), failure.ShortName(), $"the exception of '{method.Name}'", "Exception", "");
            }
        }
    }
}
