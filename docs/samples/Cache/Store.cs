using System.Text;
using FsmKit;

namespace CacheSample;

/// <summary>Holds values by key. A value may have an end, after which there is none.</summary>
/// <param name="clock">Clock of the loop that the store belongs to.</param>
public sealed class Store(LoopClock clock)
{
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>Number of values, including ended values that have not been removed yet.</summary>
    public int Count => _entries.Count;

    /// <summary>Returns the value of a key; null when there is none.</summary>
    public byte[]? Get(byte[] key) => Find(Name(key))?.Value;

    /// <summary>Sets the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="seconds">Seconds until the value ends; null for a value without an end.</param>
    public void Set(byte[] key, byte[] value, int? seconds = null) =>
        _entries[Name(key)] = new Entry(value, seconds is null ? long.MaxValue : clock.Now + (1000L * seconds.Value));

    /// <summary>Removes a value; false when there was none.</summary>
    public bool Remove(byte[] key) => Find(Name(key)) is not null && _entries.Remove(Name(key));

    private static string Name(byte[] key) => Encoding.Latin1.GetString(key);

    private Entry? Find(string name)
    {
        if (_entries.TryGetValue(name, out var entry) && entry.End <= clock.Now)
        {
            _entries.Remove(name);
            return null;
        }

        return entry;
    }

    private sealed record Entry(byte[] Value, long End);
}
