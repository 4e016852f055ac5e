using System.Collections.Concurrent;

namespace FsmKit.AspNetCore;

/// <summary>Numbers feature types in the order of their first use, so that a look-up by a type argument is an index and no search. Thread-safe.</summary>
internal static class FeatureNumbers
{
    private static readonly ConcurrentDictionary<Type, int> Numbers = new();
    private static readonly Lock Adding = new();
    private static Type[] _types = [];

    public static int Of(Type feature)
    {
        if (Numbers.TryGetValue(feature, out var number))
        {
            return number;
        }

        lock (Adding)
        {
            if (!Numbers.TryGetValue(feature, out number))
            {
                number = _types.Length;
                _types = [.. _types, feature];
                Numbers[feature] = number;
            }

            return number;
        }
    }

    public static Type TypeAt(int number) => Volatile.Read(ref _types)[number];

    /// <summary>The number of a feature that is known at compile time.</summary>
    public static class For<TFeature>
    {
        public static readonly int Number = Of(typeof(TFeature));
    }
}
