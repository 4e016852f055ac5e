using System.Buffers;

namespace FsmKit.Http;

/// <summary>Sets of octets that the grammar allows, as <see cref="SearchValues{T}"/> for vectorised search.</summary>
internal static class Octets
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>RFC 9110 §5.6.2: <c>tchar</c>.</summary>
    public static readonly SearchValues<byte> Token = Of("!#$%&'*+-.^_`|~" + Alphanumeric);

    /// <summary>RFC 9110 §5.5: octets of a field value: HTAB, SP, VCHAR, obs-text.</summary>
    private static readonly SearchValues<byte> FieldValue =
        SearchValues.Create([(byte)'\t', .. Range(' ', 0x7E), .. Range(0x80, 0xFF)]);

    /// <summary>Octets of a request target: visible ASCII without the <c>#</c> of a fragment. Browsers send all of them (WHATWG URL).</summary>
    public static readonly SearchValues<byte> Target = SearchValues.Create([.. Range('!', '~').Where(static c => c != '#')]);

    /// <summary><see cref="Target"/> and the octets from 0x80 on.</summary>
    public static readonly SearchValues<byte> WideTarget =
        SearchValues.Create([.. Range('!', '~').Where(static c => c != '#'), .. Range(0x80, 0xFF)]);

    /// <summary>RFC 3986: octets of a URI, with <c>[]</c> and without the <c>#</c> of a fragment.</summary>
    public static readonly SearchValues<byte> Uri = Of("!$%&'()*+,-./:;=?@[]_~" + Alphanumeric);

    /// <summary>RFC 3986 §3.2.2: octets of a registered name, without the comma that joins two <c>Host</c> lines (RFC 9110 §5.3).</summary>
    public static readonly SearchValues<byte> RegName = Of("-._~%!$&'()*+;=" + Alphanumeric);

    /// <summary>Octets of ordinary host names, for the fast check.</summary>
    public static readonly SearchValues<byte> HostName = Of("-._~" + Alphanumeric);

    private static SearchValues<byte> Of(string characters) => SearchValues.Create([.. characters.Select(static c => (byte)c)]);

    private static IEnumerable<byte> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(static c => (byte)c);

    public static bool AreToken(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && !bytes.ContainsAnyExcept(Token);

    /// <summary>Returns whether the bytes are a field value. Nearly all values are printable ASCII, which is checked first and faster.</summary>
    public static bool AreFieldValue(ReadOnlySpan<byte> bytes) =>
        !bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~') || !bytes.ContainsAnyExcept(FieldValue);

    public static bool IsToken(byte octet) => Token.Contains(octet);

    public static bool IsDigit(byte octet) => (uint)(octet - '0') <= 9;

    /// <summary>Returns the value of a hexadecimal digit, or -1.</summary>
    public static int Hex(byte octet) => octet switch
    {
        >= (byte)'0' and <= (byte)'9' => octet - '0',
        >= (byte)'a' and <= (byte)'f' => octet - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => octet - 'A' + 10,
        _ => -1,
    };

    /// <summary>Returns whether two texts are equal, ignoring the case of ASCII letters.</summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => System.Text.Ascii.EqualsIgnoreCase(one, other);

    /// <summary>Removes optional white space at both ends (RFC 9110 §5.6.3: SP and HTAB).</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes) => bytes.Trim(" \t"u8);
}
