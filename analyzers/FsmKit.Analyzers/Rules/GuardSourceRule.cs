using FsmKit.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0075: the result of a guard depends on its gobj and the event only, so that a run can be repeated.</summary>
internal sealed class GuardSourceRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.GuardSource,
        "A guard depends on its gobj and the event",
        "Guard '{0}' of '{1}' reads '{2}', {3}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The same events lead to the same states when guards depend on the members of the gobj and the data of the event only. With the system clock, random numbers or static variables each run differs, and so do tests in virtual time, restored snapshots and replays.",
        helpLinkUri: HelpLink.For(DiagnosticIds.GuardSource));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        foreach (var guard in bodies.Guards)
        {
            foreach (var operation in bodies.Reach(guard))
            {
                if (Source(operation) is var (name, why))
                {
                    yield return At(operation.Syntax.GetLocation(), guard.Name, bodies.Reading.GClass.Name, name, why);
                    break;
                }
            }
        }
    }

    private static (string Name, string Why)? Source(IOperation operation)
    {
        ISymbol? symbol = operation switch
        {
            IPropertyReferenceOperation property => property.Property,
            IInvocationOperation call => call.TargetMethod,
            IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false, IsReadOnly: false } field } => field,
            _ => null,
        };
        if (symbol is null)
        {
            return null;
        }

        const string Clock = "which differs in each run: use 'Now', the time of the loop, or a timeout";
        const string Chance = "which differs in each run: let the event carry it, or draw it in an earlier action";
        var name = $"{symbol.ContainingType.Name}.{symbol.Name}";
        return (symbol.ContainingType.ToDisplayString(), symbol.Name) switch
        {
            ("System.DateTime", "Now" or "UtcNow" or "Today") or ("System.DateTimeOffset", "Now" or "UtcNow") => (name, Clock),
            ("System.Environment", "TickCount" or "TickCount64") or ("System.Diagnostics.Stopwatch", "GetTimestamp" or "Elapsed" or "ElapsedMilliseconds" or "ElapsedTicks") => (name, Clock),
            ("System.Guid", "NewGuid" or "CreateVersion7") or ("System.Random" or "System.Security.Cryptography.RandomNumberGenerator", _) => (name, Chance),
            _ when symbol is IFieldSymbol => (name, "a static variable that any code can change: keep it in a field of the gobj"),
            _ => null,
        };
    }
}
