namespace FsmKit.Http;

/// <summary>
/// Enumerates the <c>name=value</c> pairs of a form query, separated by <c>&amp;</c>, without decoding:
/// <c>foreach (var pair in new HttpQuery(…))</c>.
/// </summary>
/// <param name="query">A query without its question mark.</param>
public ref struct HttpQuery(ReadOnlySpan<byte> query)
{
    private ReadOnlySpan<byte> _rest = query;

    /// <summary>The octets of the name as they were sent; see <see cref="PercentDecoding.Decode"/>.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The octets of the value as they were sent; empty without an equals sign.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>The current pair, with its <see cref="Name"/> and <see cref="Value"/>.</summary>
    public readonly HttpQuery Current => this;

    /// <summary>Enumerates the remaining pairs.</summary>
    public readonly HttpQuery GetEnumerator() => this;

    /// <summary>Moves to the next pair that is not empty; returns false behind the last one.</summary>
    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf((byte)'&');
            var pair = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (!pair.IsEmpty)
            {
                var equals = pair.IndexOf((byte)'=');
                Name = equals < 0 ? pair : pair[..equals];
                Value = equals < 0 ? default : pair[(equals + 1)..];
                return true;
            }
        }

        return false;
    }
}
