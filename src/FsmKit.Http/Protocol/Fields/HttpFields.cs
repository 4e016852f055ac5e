using System.Text;

namespace FsmKit.Http;

/// <summary>
/// The field lines of a head or of trailers, in their order. They refer to the bytes of that head or of those trailers. Valid as long as
/// these bytes, and at most until the next message begins.
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

    /// <summary>Number of lines; a name may have several.</summary>
    public int Count => _table?.Count ?? 0;

    /// <summary>
    /// Number of lines of a trailer section that were dropped, because their fields are not allowed there (RFC 9110 §6.5.1). 0 for a head.
    /// </summary>
    public int Dropped => _table?.Dropped ?? 0;

    /// <summary>Returns the line at an index; 0 is the first line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public HttpField this[int index] =>
        (uint)index < (uint)Count ? _table!.Places[index].In(_block) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Returns whether there is a line with this name; false for <see cref="KnownHeader.None"/>.</summary>
    public bool Contains(KnownHeader header) => header != KnownHeader.None && _table is not null && _table.Seen.Has(header);

    /// <summary>Finds the value of the first line with a known name. Returns false when there is none.</summary>
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

    /// <summary>Finds the value of the first line with a name, ignoring case. Returns false when there is none.</summary>
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

    /// <summary>Returns the value of the first line with a known name as a string, each octet one character; null when there is none.</summary>
    public string? GetString(KnownHeader header) => TryGet(header, out var value) ? Encoding.Latin1.GetString(value) : null;

    /// <summary>
    /// Returns the value of the first line with a name, ignoring case, as a string, each octet one character; null when there is none.
    /// </summary>
    public string? GetString(ReadOnlySpan<byte> name) => TryGet(name, out var value) ? Encoding.Latin1.GetString(value) : null;

    /// <summary>Enumerates all lines in their order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Enumerator of the lines.</summary>
    public ref struct Enumerator
    {
        private readonly HttpFields _fields;
        private int _index;

        internal Enumerator(HttpFields fields)
        {
            _fields = fields;
            _index = -1;
        }

        /// <summary>The current line.</summary>
        public readonly HttpField Current => _fields[_index];

        /// <summary>Moves to the next line; returns false behind the last one.</summary>
        public bool MoveNext() => ++_index < _fields.Count;
    }
}
