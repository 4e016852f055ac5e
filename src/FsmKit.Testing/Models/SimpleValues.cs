namespace FsmKit.Testing.Models;

/// <summary>Creates values of simple types.</summary>
internal static class SimpleValues
{
    private static readonly Dictionary<Type, Func<EventDice, object?>> Known = new()
    {
        [typeof(bool)] = static dice => dice.Choose(2) == 1,
        [typeof(sbyte)] = Whole(sbyte.MinValue, sbyte.MaxValue, static n => (sbyte)n),
        [typeof(byte)] = Whole(0, byte.MaxValue, static n => (byte)n),
        [typeof(short)] = Whole(short.MinValue, short.MaxValue, static n => (short)n),
        [typeof(ushort)] = Whole(0, ushort.MaxValue, static n => (ushort)n),
        [typeof(int)] = Whole(int.MinValue, int.MaxValue, static n => (int)n),
        [typeof(uint)] = Whole(0, uint.MaxValue, static n => (uint)n),
        [typeof(long)] = Whole(long.MinValue, long.MaxValue, static n => n),
        [typeof(ulong)] = Whole(0, long.MaxValue, static n => (ulong)n),
        [typeof(nint)] = Whole(int.MinValue, int.MaxValue, static n => (nint)n),
        [typeof(char)] = Whole(' ', '~', static n => (char)n),
        [typeof(double)] = Again(Numbers.Broken),
        [typeof(float)] = Again(static dice => (float)Numbers.Broken(dice)),
        [typeof(decimal)] = Again(static dice => Numbers.Whole(dice, int.MinValue, int.MaxValue, typeof(decimal)) / dice.Choose(1m, 100m)),
        [typeof(string)] = Texts.Any,
        [typeof(TimeSpan)] = Again(Numbers.Time),
        [typeof(Guid)] = Again(Numbers.Guid),
        [typeof(DateTimeOffset)] = Again(static dice => dice.World.Time.GetUtcNow().AddSeconds(dice.Choose(Day) - dice.Choose(Day))),
        [typeof(DateTime)] = Again(static dice => dice.World.Time.GetUtcNow().UtcDateTime.AddSeconds(dice.Choose(Day) - dice.Choose(Day))),
        [typeof(CancellationToken)] = static _ => CancellationToken.None,
        [typeof(object)] = static _ => new object(),
        [typeof(Exception)] = static _ => new InvalidOperationException("The test says that it failed."),
    };

    private const int Day = 86_400;

    /// <summary>Returns a function that creates values of a type; null when the type is not simple.</summary>
    public static Func<EventDice, object?>? Of(Type type)
    {
        if (type.IsEnum)
        {
            var members = Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(number => Enum.ToObject(type, number)).DefaultIfEmpty(Enum.ToObject(type, 0)).ToArray();
            return dice => members[dice.Choose(members.Length)];
        }

        return Known.GetValueOrDefault(type);
    }

    private static Func<EventDice, object?> Whole<T>(long least, long most, Func<long, T> of)
        where T : notnull => dice => of(dice.Remember(typeof(T), Numbers.Whole(dice, least, most, typeof(T))));

    private static Func<EventDice, object?> Again<T>(Func<EventDice, T> make)
        where T : notnull => dice => dice.Again(make);
}
