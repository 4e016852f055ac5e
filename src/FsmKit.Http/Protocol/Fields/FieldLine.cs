namespace FsmKit.Http;

/// <summary>The grammar of a field line (RFC 9112 §5): <c>field-name ":" OWS field-value OWS</c>.</summary>
internal static class FieldLine
{
    private const string Folded = "is folded, or begins with white space";

    /// <summary>Finds the name and the value in a line.</summary>
    /// <param name="line">The line without its CR LF.</param>
    /// <param name="start">Offset of the line in its block.</param>
    /// <param name="place">The places of name and value.</param>
    /// <returns>The fault as a predicate, as in "has no colon"; null for a good line.</returns>
    public static string? Parse(ReadOnlySpan<byte> line, int start, out FieldPlace place)
    {
        place = default;
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            return IsSpace(line[0]) ? Folded : "has no colon";
        }

        var name = line[..colon];
        if (!Octets.AreToken(name))
        {
            return WhyNoName(name);
        }

        // Most values have one space before them and none behind, so this path is tried first.
        var from = colon + 1;
        var to = line.Length;
        while (from < to && IsSpace(line[from]))
        {
            from++;
        }

        while (to > from && IsSpace(line[to - 1]))
        {
            to--;
        }

        if (!Octets.AreFieldValue(line[from..to]))
        {
            return "has a control character in its value";
        }

        place = new FieldPlace(KnownHeaders.Find(name), start, colon, start + from, to - from);
        return null;
    }

    /// <summary>Returns whether an unknown name becomes a framing field where underscores equal hyphens, as behind CGI and WSGI.</summary>
    public static bool LooksLikeFraming(ReadOnlySpan<byte> name) =>
        Octets.AreSame(name, "Content_Length"u8) || Octets.AreSame(name, "Transfer_Encoding"u8);

    private static string WhyNoName(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? "has no name"
        : IsSpace(name[0]) ? Folded
        : IsSpace(name[^1]) ? "has white space between its name and its colon"
        : "has a name that is no token";

    private static bool IsSpace(byte octet) => octet is (byte)' ' or (byte)'\t';
}
