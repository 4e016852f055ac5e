using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>Judges calls of members of .NET by <see cref="HarmlessTable"/>.</summary>
/// <param name="freshness">Tells which collections are created without a comparer.</param>
internal sealed class RuntimeMembers(Freshness freshness)
{
    private const string All = "*";
    private const string Operators = "operators";
    private static readonly Dictionary<string, Dictionary<string, Condition>> Table = Index();

    public bool IsHarmless(ISymbol member, IOperation? receiver, IEnumerable<IArgumentOperation> arguments)
    {
        var type = member.ContainingType;
        if (!Table.TryGetValue(RuntimeTypes.Name(type.OriginalDefinition), out var members) || Find(members, member.OriginalDefinition) is not { } condition)
        {
            return false;
        }

        return (!(member.IsVirtual || member.IsAbstract || member.IsOverride) || type.IsSealed || type.IsValueType)
            && arguments.All(IsHarmless)
            && condition switch
            {
                Condition.None => true,
                Condition.Moves => Elements(member).All(RuntimeTypes.IsStorable),
                Condition.Compares => Elements(member).All(RuntimeTypes.HasOwnEquality),
                Condition.AsksComparer => Elements(member).All(RuntimeTypes.IsStorable) && RuntimeTypes.HasOwnEquality(type.TypeArguments[0]) && freshness.IsFresh(receiver),
                _ => false,
            };
    }

    /// <summary>Returns the form of an overload in the table: its name and the types of its parameters.</summary>
    internal static string Signature(ISymbol member) => $"{Name(member)}({string.Join(",", Parameters(member).Select(static parameter => Short(parameter.Type)))})";

    /// <summary>Whether a name without brackets in the table includes the member: all its parameters are values.</summary>
    internal static bool TakesValues(ISymbol member) => Parameters(member).All(static parameter => IsValue(parameter.Type));

    /// <summary>Returns the name as the table writes it.</summary>
    internal static string Name(ISymbol member) => member.Name.StartsWith("op_", StringComparison.Ordinal) ? Operators : member.Name;

    private static Condition? Find(Dictionary<string, Condition> members, ISymbol member) =>
        members.TryGetValue(Signature(member), out var condition)
        || (TakesValues(member) && (members.TryGetValue(Name(member), out condition) || members.TryGetValue(All, out condition)))
            ? condition
            : null;

    private static Dictionary<string, Dictionary<string, Condition>> Index()
    {
        var table = new Dictionary<string, Dictionary<string, Condition>>(StringComparer.Ordinal);
        foreach (var line in HarmlessTable.Groups.SelectMany(static group => group.Members))
        {
            if (!table.TryGetValue(line.Type, out var members))
            {
                table.Add(line.Type, members = new(StringComparer.Ordinal));
            }

            foreach (var name in line.Members.Split(' '))
            {
                members.Add(name, line.Condition);
            }
        }

        return table;
    }

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static bool IsValue(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsValue(array.ElementType),
        INamedTypeSymbol { IsGenericType: true, IsTupleType: false } generic when RuntimeTypes.Name(generic.OriginalDefinition) is var name
            && (name is "System.Span`1" or "System.ReadOnlySpan`1" or "System.Memory`1" or "System.ReadOnlyMemory`1" or "System.ArraySegment`1" or "System.Nullable`1") =>
            IsValue(generic.TypeArguments[0]),
        _ => RuntimeTypes.HasOwnEquality(type),
    };

    private static string Short(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat).Replace("?", "");

    private static IEnumerable<ITypeSymbol> Elements(ISymbol member) =>
        member is IMethodSymbol method ? method.ContainingType.TypeArguments.Concat(method.TypeArguments) : member.ContainingType.TypeArguments;

    private static bool IsHarmless(IArgumentOperation argument) => argument.Parameter?.Type switch
    {
        null => false,
        { Name: nameof(StringComparison), TypeKind: TypeKind.Enum } => argument.Value.ConstantValue is { HasValue: true, Value: (int)StringComparison.Ordinal or (int)StringComparison.OrdinalIgnoreCase },

        // Of all sequences only an array is safe: an object with the type of a list can be of a derived class with its own enumerator.
        { TypeKind: TypeKind.Interface } => Given(argument.Value) is IArrayTypeSymbol,
        _ => true,
    };

    /// <summary>Returns the type of a value before an implicit conversion.</summary>
    internal static ITypeSymbol? Given(IOperation value) => value is IConversionOperation { IsImplicit: true, Operand: var operand } ? operand.Type : value.Type;
}
