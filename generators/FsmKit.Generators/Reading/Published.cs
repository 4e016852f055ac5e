using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Finds the events that the code of a gclass publishes.</summary>
internal static class Published
{
    /// <summary>Returns their types; null when one is unknown, for example where <c>Publish</c> is passed on as a delegate.</summary>
    public static IReadOnlyCollection<ITypeSymbol>? Of(MachineReading reading, CancellationToken cancellation)
    {
        var published = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var name in reading.Names.Of(KnownNames.Publish))
        {
            if (CalledName.CallOf(name) is not { ArgumentList.Arguments: { Count: > 0 } arguments })
            {
                return null;
            }

            var argument = arguments[0].Expression;
            var type = reading.Compilation.GetSemanticModel(argument.SyntaxTree).GetTypeInfo(argument, cancellation);
            if ((type.Type ?? type.ConvertedType) is not { TypeKind: not TypeKind.Error } e)
            {
                return null;
            }

            published.Add(e);
        }

        return published;
    }
}
