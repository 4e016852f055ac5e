/// <summary>
/// Generates pseudorandom numbers, the same for the same seed in every version of .NET. The algorithm is SplitMix64 (Steele, Lea, Flood:
/// Fast Splittable Pseudorandom Number Generators, 2014).
/// </summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Returns a number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Returns true in so many of 100 cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
