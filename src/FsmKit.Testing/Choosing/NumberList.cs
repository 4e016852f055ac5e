using System.Collections;
using System.Runtime.InteropServices;

namespace FsmKit.Testing.Choosing;

/// <summary>
/// List of numbers that are nearly always small. It stores one byte for each, so that a schedule of ten million events keeps some 20 MB of
/// choices.
/// </summary>
internal sealed class NumberList : IReadOnlyList<int>
{
    /// <summary>Marks a number that is negative or at least 255; <see cref="_large"/> holds its value.</summary>
    private const byte Large = byte.MaxValue;

    private readonly List<byte> _bytes = [];
    private readonly Dictionary<int, int> _large = [];

    /// <inheritdoc/>
    public int Count => _bytes.Count;

    /// <inheritdoc/>
    public int this[int index] => _bytes[index] is var small and not Large ? small : _large[index];

    /// <summary>Appends a number.</summary>
    public void Add(int number)
    {
        if ((uint)number < Large)
        {
            _bytes.Add((byte)number);
        }
        else
        {
            _large[_bytes.Count] = number;
            _bytes.Add(Large);
        }
    }

    /// <summary>Keeps the first <paramref name="count"/> numbers and removes the rest.</summary>
    public void Truncate(int count)
    {
        if (_large.Count > 0)
        {
            for (var i = count; i < _bytes.Count; i++)
            {
                _large.Remove(i);
            }
        }

        CollectionsMarshal.SetCount(_bytes, count);
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
