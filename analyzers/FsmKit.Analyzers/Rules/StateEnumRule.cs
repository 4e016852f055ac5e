using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0004: a gclass has a State enum with 1 to 256 members.</summary>
internal sealed class StateEnumRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.StateEnum,
        "A gclass has a State enum",
        "The gclass '{0}' needs a nested enum 'State' with 1 to 256 members, {1}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The members of the nested enum State are the states of the gclass, their attributes are its table, and the first one is the initial state.",
        helpLinkUri: HelpLink.For(DiagnosticIds.StateEnum));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        if (reading.StateEnum is not { } stateEnum)
        {
            yield return At(
                reading.NamePlace(cancellation), reading.GClass.Name,
                $"and there is no enum '{KnownNames.StateEnum}' in it" + (reading.GClass.TableOfAnotherName() is { } other ? $": rename '{other.Name}'" : ""));
        }
        else if (reading.States.Count is 0 or > MachineReader.MostStates)
        {
            yield return At(stateEnum.Locations.FirstOrDefault(), reading.GClass.Name, $"and it has {reading.States.Count}");
        }
    }
}
