using System.Globalization;
using System.Text;
using System.Xml;

namespace FsmKit;

/// <summary>
/// Names in an SCXML document. Identifiers are XML names, and events are names between dots. A character that is not allowed is written by its
/// number, as in <c>_x00E9_</c>.
/// </summary>
internal static class ScxmlNames
{
    private const int DigitsOfNumber = 4;

    /// <summary>
    /// Returns the name of a state or gclass as an identifier without a dot or a hyphen. Different names give different identifiers.
    /// </summary>
    public static string Id(string name)
    {
        var id = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (IsPlain(c, isFirst: i == 0) && !IsNumberAt(name, i))
            {
                id.Append(c);
            }
            else
            {
                id.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
        }

        return id.ToString();
    }

    /// <summary>Returns the name of an input event. The first words of SCXML's own events are escaped, so that no input has them.</summary>
    public static string Event(string name) => name is "after" or "done" or "error" ? $"_x{(int)name[0]:X4}_{name[1..]}" : Id(name);

    /// <summary>Returns the event name of a timeout, which is also its identifier.</summary>
    public static string Timeout(string state, int number) => string.Create(CultureInfo.InvariantCulture, $"after.{state}.{number}");

    /// <summary>Replaces the characters that XML forbids by U+FFFD.</summary>
    public static string Text(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    private static bool IsPlain(char c, bool isFirst) =>
        char.IsAscii(c) ? char.IsAsciiLetter(c) || c == '_' || (char.IsAsciiDigit(c) && !isFirst) : XmlConvert.IsStartNCNameChar(c);

    /// <summary>Returns whether the name contains, at an index, a sequence that would be read as an escaped character.</summary>
    private static bool IsNumberAt(string name, int at) =>
        name[at] == '_' && name.Length > at + DigitsOfNumber + 2 && name[at + 1] == 'x' && name[at + DigitsOfNumber + 2] == '_'
        && name.Substring(at + 2, DigitsOfNumber).All(char.IsAsciiHexDigit);
}
