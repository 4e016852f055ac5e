using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Tells whether the generated part must name a type or member that is obsolete by error, which no pragma allows.</summary>
internal static class Obsolescence
{
    public static bool IsAnyForbidden(MachineReading reading) =>
        reading.Calls.SelectMany(call => call.Method is null ? reading.GClass.GetMembers(call.Name) : [call.Method])
            .Concat(reading.Rows.SelectMany(static row => new[] { row.Forward?.Member, row.Forward?.Event }).OfType<ISymbol>())
            .Concat(reading.States.Select(static state => state.Symbol))
            .Concat(reading.Inputs.Concat(reading.Outputs).Select(static e => e.Type))
            .Concat(reading.Parameters.SelectMany(static parameter => new ISymbol[] { parameter.Symbol, parameter.Symbol.Type }))
            .Any(IsForbidden);

    private static bool IsForbidden(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute is { AttributeClass.Name: "ObsoleteAttribute", ConstructorArguments.Length: 2 } && attribute.ConstructorArguments[1].Value is true);
}
