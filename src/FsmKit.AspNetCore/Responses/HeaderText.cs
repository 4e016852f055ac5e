using System.Buffers;

namespace FsmKit.AspNetCore;

/// <summary>Checks names and values of headers that an application sets.</summary>
internal static class HeaderText
{
    /// <summary>Length in characters up to which a loop is as fast as a vectorised search, and costs nothing before it is compiled well.</summary>
    private const int Short = 64;

    /// <summary>RFC 9110 §5.6.2.</summary>
    private static readonly bool[] IsToken = [.. Enumerable.Range(0, 128).Select(static c => char.IsAsciiLetterOrDigit((char)c) || "!#$%&'*+-.^_`|~".Contains((char)c))];

    /// <summary>RFC 9110 §5.5, without the octets above 0x7F.</summary>
    private static readonly SearchValues<char> Visible = SearchValues.Create(['\t', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c)]);

    /// <summary>Returns whether the text is a token.</summary>
    public static bool IsName(string name)
    {
        foreach (var letter in name)
        {
            if (letter >= IsToken.Length || !IsToken[letter])
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    /// <summary>Returns whether the text is ASCII without control characters; null is no text and right.</summary>
    public static bool IsValue(string? value)
    {
        if (value is not { Length: <= Short })
        {
            return !value.AsSpan().ContainsAnyExcept(Visible);
        }

        foreach (var letter in value)
        {
            if (letter is (< ' ' or > '~') and not '\t')
            {
                return false;
            }
        }

        return true;
    }
}
