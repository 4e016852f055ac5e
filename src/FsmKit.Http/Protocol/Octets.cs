using System.Buffers;

namespace FsmKit.Http;

/// <summary>The octets that the grammar allows at a place, as sets that are searched in vectors.</summary>
internal static class Octets
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>RFC 9110 §5.6.2: <c>tchar</c>.</summary>
    public static readonly SearchValues<byte> Token = Of("!#$%&'*+-.^_`|~" + Alphanumeric);

    /// <summary>RFC 9110 §5.5: what a field value may hold: HTAB, SP, VCHAR, obs-text.</summary>
    private static readonly SearchValues<byte> FieldValue =
        SearchValues.Create([(byte)'\t', .. Range(' ', 0x7E), .. Range(0x80, 0xFF)]);

    /// <summary>What a request target may hold: visible ASCII without a fragment's <c>#</c>; browsers send it all (WHATWG URL).</summary>
    public static readonly SearchValues<byte> Target = SearchValues.Create([.. Range('!', '~').Where(static c => c != '#')]);

    /// <summary>The same with octets that are not ASCII.</summary>
    public static readonly SearchValues<byte> WideTarget =
        SearchValues.Create([.. Range('!', '~').Where(static c => c != '#'), .. Range(0x80, 0xFF)]);

    /// <summary>RFC 3986: what a URI may hold, with <c>[]</c> and without a fragment's <c>#</c>.</summary>
    public static readonly SearchValues<byte> Uri = Of("!$%&'()*+,-./:;=?@[]_~" + Alphanumeric);

    /// <summary>RFC 3986 §3.2.2: a name, without the comma, as two <c>Host</c> lines become one with it (RFC 9110 §5.3).</summary>
    public static readonly SearchValues<byte> RegName = Of("-._~%!$&'()*+;=" + Alphanumeric);

    /// <summary>The names that hosts have.</summary>
    public static readonly SearchValues<byte> HostName = Of("-._~" + Alphanumeric);

    private static SearchValues<byte> Of(string characters) => SearchValues.Create([.. characters.Select(static c => (byte)c)]);

    private static IEnumerable<byte> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(static c => (byte)c);

    public static bool AreToken(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && !bytes.ContainsAnyExcept(Token);

    /// <summary>Whether they can be a field's value. Printable ASCII is told in fewer steps, and nearly all values are.</summary>
    public static bool AreFieldValue(ReadOnlySpan<byte> bytes) =>
        !bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~') || !bytes.ContainsAnyExcept(FieldValue);

    public static bool IsToken(byte octet) => Token.Contains(octet);

    public static bool IsDigit(byte octet) => (uint)(octet - '0') <= 9;

    /// <summary>A hexadecimal digit's value, or -1.</summary>
    public static int Hex(byte octet) => octet switch
    {
        >= (byte)'0' and <= (byte)'9' => octet - '0',
        >= (byte)'a' and <= (byte)'f' => octet - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => octet - 'A' + 10,
        _ => -1,
    };

    /// <summary>Whether two texts are the same but for the case of ASCII letters.</summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => System.Text.Ascii.EqualsIgnoreCase(one, other);

    /// <summary>Without the optional white space around (RFC 9110 §5.6.3: SP and HTAB).</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes) => bytes.Trim(" \t"u8);
}
