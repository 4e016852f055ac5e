namespace FsmKit.CodeFixes;

/// <summary>Finds names that a misspelt one may mean.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>Returns at most three near names, the nearest first; empty when none is near.</summary>
    public static IEnumerable<string> Of(string written, IEnumerable<string> names) =>
        (from name in names.Distinct()
         let distance = Distance(written.ToUpperInvariant(), name.ToUpperInvariant())
         where distance <= Math.Max(2, written.Length / 3) || Contains(written, name) || Contains(name, written)
         orderby distance, name.Length, name
         select name).Take(Most);

    private static bool Contains(string whole, string part) => part.Length > 3 && whole.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Returns the number of letters to add, remove, replace or swap with their neighbour (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        var costs = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1,
                        costs[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
                }
            }
        }

        return costs[from.Length, to.Length];
    }
}
