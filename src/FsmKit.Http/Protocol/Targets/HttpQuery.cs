namespace FsmKit.Http;

/// <summary>
/// Walks <c>name=value</c> pairs between <c>&amp;</c>, as forms write queries; nothing is decoded. <c>foreach (var pair in new HttpQuery(…))</c>
/// gives each pair.
/// </summary>
/// <param name="query">A query without its question mark.</param>
public ref struct HttpQuery(ReadOnlySpan<byte> query)
{
    private ReadOnlySpan<byte> _rest = query;

    /// <summary>The name as it was sent; see <see cref="PercentDecoding.Decode"/>.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The value as it was sent; empty when there is no equals sign.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>The pair that it is at: this, with its <see cref="Name"/> and <see cref="Value"/>.</summary>
    public readonly HttpQuery Current => this;

    /// <summary>A walk over the rest of the pairs.</summary>
    public readonly HttpQuery GetEnumerator() => this;

    /// <summary>Goes to the next pair that is not empty.</summary>
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
