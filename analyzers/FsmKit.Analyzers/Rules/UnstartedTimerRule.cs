using FsmKit.Analyzers.Bodies;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0090: a named timeout that is stopped or read is started.</summary>
internal sealed class UnstartedTimerRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnstartedTimer,
        "A named timeout is started",
        "'{0}' of '{1}' is never started: nothing in '{1}' calls StartTimer with a '{0}'",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "StopTimer and TimeLeft are about the timeout that StartTimer has started for the same type of event. Without a start the timeout never comes.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnstartedTimer));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        var calls = bodies.Calls.Select(static one => one.Call)
            .Where(static call => call.TargetMethod is { Name: KnownNames.StartTimer or KnownNames.StopTimer or KnownNames.TimeLeft, TypeArguments.Length: 1 } && call.TargetMethod.ContainingType.IsGObj()).ToList();
        var started = calls.Where(static call => call.TargetMethod.Name == KnownNames.StartTimer).Select(static call => call.TargetMethod.TypeArguments[0]).ToList();

        // A start with a type parameter may be for any event.
        return started.Exists(static e => e is ITypeParameterSymbol) ? [] : calls.Where(call => !started.Exists(e => SymbolEqualityComparer.Default.Equals(e, call.TargetMethod.TypeArguments[0])))
            .Select(call => At(call.Syntax.GetLocation(), call.TargetMethod.TypeArguments[0].ShortName(), bodies.Reading.GClass.Name));
    }
}
