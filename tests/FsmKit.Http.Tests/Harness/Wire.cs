using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>
/// Bytes out of readable text: a new line is CR LF; ␊ is a bare LF, ␍ a bare CR, ␀ a NUL; all other characters are Latin-1.
/// </summary>
internal static class Wire
{
    public static byte[] Bytes(string text) =>
        Encoding.Latin1.GetBytes(text.Replace("\n", "\r\n").Replace('␊', '\n').Replace('␍', '\r').Replace('␀', '\0'));

    public static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetString(bytes).Replace('\0', '␀').Replace("\r\n", "¶").Replace('\n', '␊').Replace('\r', '␍');
}
