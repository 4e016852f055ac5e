using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0016: the methods that a table names, <c>StartUp</c> and <c>GoOut</c> are complete when they return.</summary>
internal sealed class AsyncActionRule : Rule
{
    /// <summary>Advice, also for methods that return a task, which do not fit at all.</summary>
    public const string Remedy =
        "let the state do the work, as in [Invoke<EvDone, EvFailed>(nameof(WorkAsync))], or start it with Invoke(…): its end comes to this gobj as an event";

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.AsyncAction,
        "An action is not async",
        "'{0}' is async void: the transition ends at its first await, the rest runs in a later cycle of the loop, and its exception only goes to the log; " + Remedy,
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An action is complete when it returns. In an async void method the code after an await runs in a later cycle of the loop, when the gobj may be in another state. Its exception goes to the log of the loop and to no sender.",
        helpLinkUri: HelpLink.For(DiagnosticIds.AsyncAction));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var called = reading.Calls.Select(static call => (call.Method, Place: call.Attribute.ApplicationSyntaxReference))
            .Concat(Overrides(reading.GClass).Select(static method => ((IMethodSymbol?)method, Place: method.DeclaringSyntaxReferences.FirstOrDefault())));
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var (method, place) in called)
        {
            if (method is { IsAsync: true, ReturnsVoid: true } && seen.Add(method))
            {
                yield return At(method.Locations.FirstOrDefault(static at => at.IsInSource) ?? place?.GetSyntax(cancellation).GetLocation(), method.Name);
            }
        }
    }

    /// <summary>
    /// Returns the hand-written overrides of methods that the loop calls, of the gclass and of the classes between it and GObj.
    /// </summary>
    private static IEnumerable<IMethodSymbol> Overrides(INamedTypeSymbol gclass)
    {
        for (var type = gclass; type is not null && !type.IsGObj(); type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.IsOverride)
                {
                    yield return method;
                }
            }
        }
    }
}
