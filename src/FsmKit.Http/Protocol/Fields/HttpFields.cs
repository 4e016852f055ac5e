using System.Text;

namespace FsmKit.Http;

/// <summary>
/// The field lines of a head or of trailers, in their order. They lend the head's bytes, and are valid as long as those and the message.
/// </summary>
public readonly ref struct HttpFields
{
    private readonly ReadOnlySpan<byte> _block;
    private readonly FieldTable? _table;

    internal HttpFields(ReadOnlySpan<byte> block, FieldTable? table)
    {
        _block = block;
        _table = table;
    }

    /// <summary>How many lines; a name may have several.</summary>
    public int Count => _table?.Count ?? 0;

    /// <summary>
    /// How many lines of a trailer section were dropped, as their fields have no place in one (RFC 9110 §6.5.1). Of a head none are.
    /// </summary>
    public int Dropped => _table?.Dropped ?? 0;

    /// <summary>The line at a place, 0 the first.</summary>
    public HttpField this[int index] =>
        (uint)index < (uint)Count ? _table!.Places[index].In(_block) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Whether there is such a line.</summary>
    public bool Contains(KnownHeader header) => header != KnownHeader.None && _table is not null && _table.Seen.Has(header);

    /// <summary>The value of the first line with a known name.</summary>
    public bool TryGet(KnownHeader header, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!Contains(header))
        {
            return false;
        }

        foreach (var place in _table!.Places)
        {
            if (place.Known == header)
            {
                value = place.In(_block).Value;
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of the first line with a name, in any case of its letters.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        foreach (var field in this)
        {
            if (Octets.AreSame(field.Name, name))
            {
                value = field.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The value of the first line with a known name as a string, each octet one character; null when there is none.</summary>
    public string? GetString(KnownHeader header) => TryGet(header, out var value) ? Encoding.Latin1.GetString(value) : null;

    /// <summary>The value of the first line with a name as a string, each octet one character; null when there is none.</summary>
    public string? GetString(ReadOnlySpan<byte> name) => TryGet(name, out var value) ? Encoding.Latin1.GetString(value) : null;

    /// <summary>All lines in their order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the lines.</summary>
    public ref struct Enumerator
    {
        private readonly HttpFields _fields;
        private int _index;

        internal Enumerator(HttpFields fields)
        {
            _fields = fields;
            _index = -1;
        }

        /// <summary>The line it is at.</summary>
        public readonly HttpField Current => _fields[_index];

        /// <summary>Goes to the next one.</summary>
        public bool MoveNext() => ++_index < _fields.Count;
    }
}
