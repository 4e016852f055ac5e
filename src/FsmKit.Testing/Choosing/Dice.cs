namespace FsmKit.Testing.Choosing;

/// <summary>Random numbers that are the same on every machine and in every version (SplitMix64; Steele, Lea and Flood, 2014).</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Returns a number from 0 to count - 1.</summary>
    public int Next(int count) => (int)(((NextBits() >> 32) * (ulong)count) >> 32);

    /// <summary>Derives a seed from another one. Number 0 gives the seed itself.</summary>
    public static ulong Derive(ulong seed, int number) => number == 0 ? seed : new Dice(seed + ((ulong)number << 32)).NextBits();

    private ulong NextBits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
