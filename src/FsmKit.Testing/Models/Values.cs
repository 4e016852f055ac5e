using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Testing.Models;

/// <summary>Finds the function that creates values of a type: that of the test, or one by the type.</summary>
[RequiresUnreferencedCode(MachineTest.Trimming)]
[RequiresDynamicCode(MachineTest.Trimming)]
internal sealed class Values(IReadOnlyDictionary<Type, Func<EventDice, object?>> given)
{
    private readonly ConcurrentDictionary<(Type, bool), Func<EventDice, object?>> _known = new();

    /// <summary>Returns a function that creates values of a type.</summary>
    /// <exception cref="NotSupportedException">No rule makes a value of the type.</exception>
    public Func<EventDice, object?> Of(Type type, bool isNullable)
    {
        if (_known.TryGetValue((type, isNullable), out var known))
        {
            return known;
        }

        // A recursive type finds this entry. Where a part can be null, null ends the recursion.
        Func<EventDice, object?>? made = null;
        _known[(type, isNullable)] = dice => (made ?? throw CannotMake(type))(dice);
        try
        {
            made = Find(type, isNullable);
        }
        catch (NotSupportedException)
        {
            _known.TryRemove((type, isNullable), out _);
            throw;
        }

        return _known[(type, isNullable)] = made;
    }

    /// <summary>Creates the exception for a type of which no value can be created.</summary>
    public static NotSupportedException CannotMake(Type type) =>
        new($"No value of {type.Name} can be made by its type: say how, as in options.Generate<{type.Name}>(dice => ...).");

    private Func<EventDice, object?> Find(Type type, bool isNullable)
    {
        if (given.TryGetValue(type, out var own))
        {
            return own;
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return OrNull(Of(inner, isNullable: false));
        }

        if (typeof(GObj).IsAssignableFrom(type) || (type.IsInterface && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAccept<>)))
        {
            return dice => GObjs.Of(dice, type, isNullable);
        }

        var made = SimpleValues.Of(type) ?? Lists.Of(type, this) ?? Made.Of(type, this);
        return isNullable ? made is null ? static _ => null : OrNull(made) : made ?? throw CannotMake(type);
    }

    private static Func<EventDice, object?> OrNull(Func<EventDice, object?> make) => dice => dice.IsDeep || dice.Choose(3) == 0 ? null : make(dice);
}
