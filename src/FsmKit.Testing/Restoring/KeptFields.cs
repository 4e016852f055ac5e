using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing.Restoring;

/// <summary>Lists the fields of a type that are copied and visited.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Used only where code can be made at run time, which no trimmed program can.")]
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
internal static class KeptFields
{
    /// <summary>
    /// Fields of a loop that record the position of its thread and the watch for stalls. They have no effect between two steps, and some
    /// are half a kilobyte long.
    /// </summary>
    public static readonly IReadOnlyCollection<(Type Type, string Field)> LeftOut =
    [
        (typeof(GAplic), "_places"), (typeof(GAplic), "_elements"), (typeof(GAplic), "_placesUsed"), (typeof(GAplic), "_handOvers"), (typeof(GAplic), "_handOversBefore"),
        (typeof(GAplic), "_turns"), (typeof(GAplic), "_stackOwner"), (typeof(GAplic), "_stackLow"), (typeof(GAplic), "_stackSize"), (typeof(World), "_ready"),
    ];

    /// <summary>Returns all fields of a struct, or of a class and its bases.</summary>
    public static IEnumerable<FieldInfo> Of(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(Own))
            {
                if (!LeftOut.Contains((at, field.Name)))
                {
                    yield return field;
                }
            }
        }
    }

    /// <summary>Whether a value of the type has references.</summary>
    public static bool Refers(Type type) => !type.IsPointer && !type.IsFunctionPointer && (!type.IsValueType || (!type.IsPrimitive && !type.IsEnum && Of(type).Any(static field => Refers(field.FieldType))));

    /// <summary>Whether a value of the type has an address of native memory.</summary>
    public static bool HasAddress(Type type) =>
        type.IsPointer || type.IsFunctionPointer || type == typeof(nint) || type == typeof(nuint) || (type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && Of(type).Any(static field => HasAddress(field.FieldType)));
}
