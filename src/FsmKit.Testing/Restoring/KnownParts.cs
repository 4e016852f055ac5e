namespace FsmKit.Testing.Restoring;

/// <summary>
/// Copies of parts by their digests. A part that is in a known state again is not copied again. Times in objects are absolute, so that
/// states at another time of the clock are other ones.
/// </summary>
/// <param name="parts">Number of parts of the world.</param>
internal sealed class KnownParts(int parts)
{
    private const int Most = 16_384;
    private readonly Dictionary<(ulong Digest, TimeSpan Time), Part>[] _known = [.. Enumerable.Range(0, parts).Select(static _ => new Dictionary<(ulong, TimeSpan), Part>())];

    /// <summary>Finds the copy of a part in a state; null when there is none.</summary>
    public Part? Find(int part, ulong digest, TimeSpan time) => _known[part].GetValueOrDefault((digest, time));

    /// <summary>Keeps the copy of a part, unless there are too many. A kept copy is not changed any more.</summary>
    public void Add(int part, Part copy, ulong digest, TimeSpan time)
    {
        if (_known[part].Count < Most / parts && _known[part].TryAdd((digest, time), copy))
        {
            copy.Digest = digest;
        }
    }
}
