using System.Runtime.CompilerServices;

namespace FsmKit.Testing.Fingerprints;

/// <summary>
/// Numbers objects by identity, in the order in which they are added. Emptying the table is cheap: entries of an earlier use have another
/// stamp.
/// </summary>
internal sealed class ObjectTable
{
    private Entry[] _entries = new Entry[256];
    private int _stamp = 1;

    /// <summary>Number of objects. They are numbered from 0.</summary>
    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        if (++_stamp == int.MaxValue)
        {
            Array.Clear(_entries);
            _stamp = 1;
        }
    }

    /// <summary>Adds an object and returns its number.</summary>
    /// <returns>True when the object is new.</returns>
    public bool Add(object value, out int number)
    {
        if (Count * 2 >= _entries.Length)
        {
            Grow();
        }

        var entries = _entries;
        var at = Place(value, entries.Length);
        while (entries[at].Stamp == _stamp)
        {
            if (ReferenceEquals(entries[at].Value, value))
            {
                number = entries[at].Number;
                return false;
            }

            at = (at + 1) & (entries.Length - 1);
        }

        entries[at] = new Entry { Value = value, Stamp = _stamp, Number = number = Count++ };
        return true;
    }

    /// <summary>Whether an object was added.</summary>
    public bool Contains(object value)
    {
        for (var at = Place(value, _entries.Length); _entries[at].Stamp == _stamp; at = (at + 1) & (_entries.Length - 1))
        {
            if (ReferenceEquals(_entries[at].Value, value))
            {
                return true;
            }
        }

        return false;
    }

    private static int Place(object value, int length) => (int)((uint)(RuntimeHelpers.GetHashCode(value) * 0x9E3779B1) >> 8) & (length - 1);

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Stamp == _stamp)
            {
                var at = Place(entry.Value, _entries.Length);
                while (_entries[at].Stamp == _stamp)
                {
                    at = (at + 1) & (_entries.Length - 1);
                }

                _entries[at] = entry;
            }
        }
    }

    private struct Entry
    {
        public object Value;
        public int Stamp;
        public int Number;
    }
}
