using System.Collections.Immutable;
using FsmKit.Generators.Model;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0005: a member that a table names has to exist and to fit.</summary>
internal sealed class CallRule : Rule
{
    private static readonly ImmutableDictionary<string, string?> Missing =
        ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Missing, "");

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Call,
        "A member that a table names exists and fits",
        "'{0}' {1} '{2}': {3} is {4}{5}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code calls the methods that a table names, so each has to be a member of the gclass with one of the signatures that its use allows.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Call));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        foreach (var call in reading.Calls)
        {
            if (call.Problem is CallProblem.Missing or CallProblem.WrongSignature)
            {
                var isMissing = call.Problem == CallProblem.Missing;
                var (use, signatures) = Expected(call);
                yield return Diagnostic.Create(
                    Rule, Place(call, cancellation), isMissing ? Missing : null,
                    call.Name, isMissing ? "is no member of" : "has the wrong signature in", reading.GClass.Name, use, signatures,
                    IsAsync(call, reading.GClass) ? ", and never asynchronous: " + AsyncActionRule.Remedy : "");
            }
        }
    }

    private static Location? Place(CallSite call, CancellationToken cancellation) => call.Use switch
    {
        CallUse.Guard => call.Attribute.ArgumentPlace("When", cancellation),
        CallUse.Validate or CallUse.Coerce or CallUse.Map => call.Attribute.ArgumentPlace($"{call.Use}", cancellation),
        CallUse.Action when call.Value is null => call.Attribute.ArgumentPlace(1, cancellation),
        _ => call.Attribute.ArgumentPlace(0, cancellation),
    };

    /// <summary>Whether a method of that name returns an awaitable, so that the author wants to wait in it.</summary>
    private static bool IsAsync(CallSite call, INamedTypeSymbol gclass) =>
        call.Use is not (CallUse.Delay or CallUse.Validate or CallUse.Coerce or CallUse.Work)
        && gclass.GetMembers(call.Name).Any(static member => member is IMethodSymbol method && (method.IsAsync || IsAwaitable(method.ReturnType)));

    private static bool IsAwaitable(ITypeSymbol type) =>
        type.GetMembers("GetAwaiter").Any(static member => member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false });

    private static (string Use, string Signatures) Expected(CallSite call)
    {
        var value = call.Value?.ShortName();
        return call.Use switch
        {
            CallUse.Action => ("an action", WithEvent("void", call.Name, value)),
            CallUse.Guard => ("a guard", WithEvent("bool", call.Name, value)),
            CallUse.Map => ("a map", WithEvent("TEvent", call.Name, value) + ", where TEvent is the event to forward"),
            CallUse.Enter => ("an entry action", $"'void {call.Name}()'"),
            CallUse.Exit => ("an exit action", $"'void {call.Name}()'"),
            CallUse.Delay => ("a delay", $"a field, a property or a method without parameters of type 'TimeSpan'"),
            CallUse.Work => ("asynchronous work", $"a method that returns a 'Task' or 'ValueTask', with or without a result, and takes a 'CancellationToken' or nothing"),
            CallUse.Validate => ("a validation", $"'bool {call.Name}({value} value)'"),
            _ => ("a coercion", $"'{value} {call.Name}({value} value)'"),
        };
    }

    private static string WithEvent(string returns, string name, string? e) => e is null
        ? $"'{returns} {name}()'"
        : $"'{returns} {name}()', '{returns} {name}(in {e} e)' or '{returns} {name}(GObj? source, in {e} e)'";
}
