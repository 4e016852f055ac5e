namespace FsmKit.Testing.Restoring;

/// <summary>
/// Copies of parts by their digests. A part that is in a known state again is not copied again. Times in objects are absolute, so that
/// states at another time of the clock are other ones.
/// </summary>
/// <param name="parts">Number of parts of the world.</param>
internal sealed class KnownParts(int parts)
{
    private const int Most = 16_384;

    // A part that never comes back to a state, such as one with a counter, is not worth its copies.
    private const int MostUnmet = 32;
    private readonly int[] _met = new int[parts];
    private readonly Dictionary<(ulong Digest, TimeSpan Time), Part>[] _known = [.. Enumerable.Range(0, parts).Select(static _ => new Dictionary<(ulong, TimeSpan), Part>())];

    /// <summary>Finds the copy of a part in a state; null when there is none.</summary>
    public Part? Find(int part, ulong digest, TimeSpan time)
    {
        var found = _known[part].GetValueOrDefault((digest, time));
        _met[part] += found is null ? 0 : 1;
        return found;
    }

    /// <summary>Keeps the copy of a part, unless there are too many or too few of them are met again. A kept copy is not changed any more.</summary>
    public void Add(int part, Part copy, ulong digest, TimeSpan time)
    {
        if (_known[part].Count < Math.Min(Most / parts, (long)_met[part] + MostUnmet) && _known[part].TryAdd((digest, time), copy))
        {
            copy.Digest = digest;
        }
    }
}
