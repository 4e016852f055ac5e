namespace FsmKit.Http;

/// <summary>
/// Enumerates the elements of a comma-separated list (RFC 9110 §5.6.1), trimmed. Empty elements are skipped (§5.6.1.2). A comma between
/// quotes does not separate (§5.6.4). A quote that does not close is an ordinary character.
/// </summary>
internal ref struct ListElements(ReadOnlySpan<byte> list)
{
    private ReadOnlySpan<byte> _rest = list;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly ListElements GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            var end = EndOf(_rest);
            Current = Octets.Trim(_rest[..end]);
            _rest = end < _rest.Length ? _rest[(end + 1)..] : default;
            if (!Current.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOf(ReadOnlySpan<byte> rest)
    {
        for (var from = 0; ;)
        {
            var at = rest[from..].IndexOfAny((byte)',', (byte)'"');
            if (at < 0)
            {
                return rest.Length;
            }

            at += from;
            if (rest[at] == ',')
            {
                return at;
            }

            var length = QuotedLength(rest[at..]);
            from = at + Math.Max(1, length);
        }
    }

    /// <summary>Returns the length in bytes of the quoted string at the beginning, quotes included; 0 when it does not close.</summary>
    public static int QuotedLength(ReadOnlySpan<byte> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return i + 1;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return 0;
    }
}
