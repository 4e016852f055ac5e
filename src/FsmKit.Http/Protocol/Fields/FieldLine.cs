namespace FsmKit.Http;

/// <summary>The grammar of a field line (RFC 9112 §5): <c>field-name ":" OWS field-value OWS</c>.</summary>
internal static class FieldLine
{
    private const string Folded = "is folded, or begins with white space";

    /// <summary>Finds its parts.</summary>
    /// <param name="line">The line without its CR LF.</param>
    /// <param name="start">Where it is in its block.</param>
    /// <param name="place">Its parts.</param>
    /// <returns>What is wrong with it, as a predicate; null when nothing is.</returns>
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

        // Most values have one space before them and none behind.
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

    /// <summary>
    /// Whether an unknown name becomes one of framing where underscores and hyphens are the same, as they are behind CGI and WSGI.
    /// </summary>
    public static bool LooksLikeFraming(ReadOnlySpan<byte> name) =>
        Octets.AreSame(name, "Content_Length"u8) || Octets.AreSame(name, "Transfer_Encoding"u8);

    private static string WhyNoName(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? "has no name"
        : IsSpace(name[0]) ? Folded
        : IsSpace(name[^1]) ? "has white space between its name and its colon"
        : "has a name that is no token";

    private static bool IsSpace(byte octet) => octet is (byte)' ' or (byte)'\t';
}
