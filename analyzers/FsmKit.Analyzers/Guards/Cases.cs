namespace FsmKit.Analyzers.Guards;

/// <summary>Decides formulas by trying each combination of relevant values.</summary>
internal static class Cases
{
    /// <summary>Maximum number of combinations; beyond it the rules report nothing.</summary>
    private const int Most = 4096;

    /// <summary>Whether the formula can hold; null when there are too many combinations.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="withNaN">Whether a number may be NaN.</param>
    public static bool? CanHold(Formula formula, bool withNaN = true)
    {
        var domains = formula.Comparisons.GroupBy(static one => one.Subject).Select(of => (of.Key, Places: PlacesOf([.. of], withNaN))).ToList();
        if (domains.Aggregate(1L, static (product, domain) => Math.Min(product * domain.Places.Count, Most + 1L)) > Most)
        {
            return null;
        }

        var at = new int[domains.Count];
        var values = domains.ToDictionary(static domain => domain.Key, static domain => domain.Places[0]);
        while (true)
        {
            if (formula.Holds(values))
            {
                return true;
            }

            var digit = 0;
            while (digit < at.Length && ++at[digit] == domains[digit].Places.Count)
            {
                at[digit] = 0;
                values[domains[digit].Key] = domains[digit].Places[0];
                digit++;
            }

            if (digit == at.Length)
            {
                return false;
            }

            values[domains[digit].Key] = domains[digit].Places[at[digit]];
        }
    }

    private static List<Place> PlacesOf(IReadOnlyList<Comparison> comparisons, bool withNaN)
    {
        var kind = comparisons[0].Kind;
        var constants = comparisons.Select(static one => one.Constant).Distinct().ToList();
        if (kind == SubjectKind.Truth)
        {
            constants = [true, false];
        }

        if (comparisons[0].Values is { } values)
        {
            constants = [.. constants.Union(values)];
        }

        var places = constants.Where(constant => !(kind == SubjectKind.Natural && constant is < 0m)).Select(static constant => new Place(constant, 0)).ToList();
        if (kind is not (SubjectKind.Other or SubjectKind.Truth) && comparisons[0].Values is null)
        {
            var numbers = constants.Where(static constant => constant is not null).OrderBy(static constant => constant, Comparer<object?>.Default).ToList();
            for (var i = 0; i < numbers.Count; i++)
            {
                // There is no value between two successive whole numbers, and none below zero.
                if (i == 0 ? !(kind == SubjectKind.Natural && numbers[i] is <= 0m) : kind == SubjectKind.Number || (decimal)numbers[i]! - (decimal)numbers[i - 1]! > 1)
                {
                    places.Add(new(numbers[i], -1));
                }
            }

            if (numbers.Count > 0)
            {
                places.Add(new(numbers[numbers.Count - 1], 1));
            }
        }

        if (kind == SubjectKind.Other || (kind == SubjectKind.Number && withNaN) || (kind != SubjectKind.Truth && constants.Contains(null)))
        {
            places.Add(new(null, 0, IsApart: true));
        }

        return places;
    }
}
