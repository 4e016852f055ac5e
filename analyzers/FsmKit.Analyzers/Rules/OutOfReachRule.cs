using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0018: generated code, which is in another file, can name the types that the gclass uses.</summary>
internal sealed class OutOfReachRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.OutOfReach,
        "Generated code can name every type of a gclass",
        "'{0}' cannot be used {1}: {2}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The dispatch of a gclass is generated into a file of its own, which has to name the gclass, its events and the types of its parameters.",
        helpLinkUri: HelpLink.For(DiagnosticIds.OutOfReach));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        if (((ITypeSymbol)reading.GClass).OutOfReach() is { } own)
        {
            yield return At(reading.NamePlace(cancellation), reading.GClass.Name, "as a gclass", Why(own));
        }

        // Reported once for each event, at its declaration.
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var attribute in reading.GClass.AttributesInOrder().Concat(reading.States.SelectMany(static state => state.Symbol.GetAttributes())))
        {
            if (attribute.AttributeClass is { TypeArguments.Length: 1 } row && row.IsOfTheRuntime() && row.TypeArguments[0] is var e
                && Problem(e, reading) is { } problem && seen.Add(e))
            {
                yield return At(attribute.EventPlace(cancellation), e.ShortName(), $"as an event of '{reading.GClass.Name}'", problem);
            }
        }

        foreach (var parameter in reading.Parameters)
        {
            if (parameter.Symbol.Type.OutOfReach() is { } part)
            {
                yield return At(parameter.Symbol.Locations.FirstOrDefault(), parameter.Symbol.Type.ShortName(), $"as the type of the parameter '{parameter.Symbol.Name}'", Why(part));
            }
        }
    }

    private static string? Problem(ITypeSymbol e, MachineReading reading) =>
        e.OutOfReach() is { } part ? Why(part)
        : IsHeadInReach(e, reading) ? null
        : "it is protected in a base class, and the head of the gclass that is generated cannot see it: make it internal or public, or move it out of the class";

    /// <summary>
    /// Whether the base list of the gclass can name the event. Types declared in the gclass are accessible there, inherited nested types
    /// are not.
    /// </summary>
    private static bool IsHeadInReach(ITypeSymbol e, MachineReading reading) =>
        e.TypeKind == TypeKind.Error || IsInside(e, reading.GClass)
        || reading.Compilation.IsSymbolAccessibleWithin(e, (ISymbol?)reading.GClass.ContainingType ?? reading.Compilation.Assembly);

    private static bool IsInside(ITypeSymbol e, INamedTypeSymbol gclass)
    {
        var at = e.ContainingType;
        while (at is not null && !SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, gclass.OriginalDefinition))
        {
            at = at.ContainingType;
        }

        return at is not null;
    }

    private static string Why(ITypeSymbol part) => part is INamedTypeSymbol
        ? $"'{part.Name}' is local to its file, and the dispatch is generated into another one: make it internal, or public"
        : $"'{part.ShortName()}' is a pointer, and generated code is safe: use an IntPtr, or a struct that holds the pointer";
}
