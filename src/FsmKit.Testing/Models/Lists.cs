using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Testing.Models;

/// <summary>Creates arrays and lists of up to four values.</summary>
[RequiresUnreferencedCode(MachineTest.Trimming)]
[RequiresDynamicCode(MachineTest.Trimming)]
internal static class Lists
{
    private const int Most = 4;

    /// <summary>Returns a function that creates values of a type; null when the type is no list.</summary>
    public static Func<EventDice, object?>? Of(Type type, Values values)
    {
        if (type.IsSZArray)
        {
            return ArrayOf(type.GetElementType()!, values);
        }

        if (!type.IsGenericType || type.GetGenericArguments() is not [var item])
        {
            return null;
        }

        var array = item.MakeArrayType();
        if (type.IsInterface && type.IsAssignableFrom(array))
        {
            return ArrayOf(item, values);
        }

        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(List<>) || definition == typeof(Memory<>) || definition == typeof(ReadOnlyMemory<>))
        {
            var make = ArrayOf(item, values);
            return dice => Activator.CreateInstance(type, make(dice));
        }

        return null;
    }

    private static Func<EventDice, object?> ArrayOf(Type item, Values values)
    {
        var make = values.Of(item, isNullable: false);
        return dice =>
        {
            IList array = Array.CreateInstance(item, dice.IsDeep ? 0 : dice.Choose(Most + 1));
            for (var at = 0; at < array.Count; at++)
            {
                array[at] = make(dice);
            }

            return array;
        };
    }
}
