using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FsmKit.Testing.Models;

/// <summary>
/// Creates records, structs and classes: by the public constructor with the most parameters or, if that has none, by the properties with a
/// public setter.
/// </summary>
[RequiresUnreferencedCode(MachineTest.Trimming)]
[RequiresDynamicCode(MachineTest.Trimming)]
internal static class Made
{
    private const int Deepest = 30;

    /// <summary>Returns a function that creates values of a type; null when the type has no constructor.</summary>
    public static Func<EventDice, object?>? Of(Type type, Values values)
    {
        if (type.IsAbstract || type.IsByRefLike || typeof(Delegate).IsAssignableFrom(type) || type.IsPointer)
        {
            return null;
        }

        var constructor = type.GetConstructors().Where(one => one.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(static one => one.GetParameters().Length);
        if (constructor is not null && constructor.GetParameters() is { Length: > 0 } parameters)
        {
            var nullability = new NullabilityInfoContext();
            return ByConstructor(constructor, [.. parameters.Select(one => values.Of(one.ParameterType, IsNullable(nullability.Create(one))))]);
        }

        return constructor is not null || type.IsValueType ? BySetters(type, values) : null;
    }

    private static bool IsNullable(NullabilityInfo info) => info.WriteState == NullabilityState.Nullable && !info.Type.IsValueType;

    private static Func<EventDice, object?> ByConstructor(ConstructorInfo constructor, Func<EventDice, object?>[] parts)
    {
        var invoker = ConstructorInvoker.Create(constructor);
        return dice =>
        {
            if (++dice.Depth > Deepest)
            {
                throw Values.CannotMake(constructor.DeclaringType!);
            }

            var made = invoker.Invoke(parts.Select(part => part(dice)).ToArray().AsSpan());
            dice.Depth--;
            return made;
        };
    }

    private static Func<EventDice, object?> BySetters(Type type, Values values)
    {
        var nullability = new NullabilityInfoContext();
        var setters = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static one => one.SetMethod is { IsPublic: true } && one.GetIndexParameters().Length == 0)
            .Select(one => (Property: one, Make: values.Of(one.PropertyType, IsNullable(nullability.Create(one))))).ToArray();
        return dice =>
        {
            var made = Activator.CreateInstance(type);
            foreach (var (property, make) in setters)
            {
                property.SetValue(made, make(dice));
            }

            return made;
        };
    }
}
