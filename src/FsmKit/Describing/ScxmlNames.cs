using System.Globalization;
using System.Text;
using System.Xml;

namespace FsmKit;

/// <summary>
/// What things are called in an SCXML document. Identifiers are XML names, and events are names between dots: a character that may not stand in them is
/// written by its number, as in <c>_x00E9_</c>.
/// </summary>
internal static class ScxmlNames
{
    private const int DigitsOfNumber = 4;

    /// <summary>The name of a state or a gclass as an identifier. Different names give different identifiers, without a dot or a hyphen.</summary>
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

    /// <summary>The name of an input event. SCXML's own events begin with words that are no input's then.</summary>
    public static string Event(string name) => name is "after" or "done" or "error" ? $"_x{(int)name[0]:X4}_{name[1..]}" : Id(name);

    /// <summary>The event, and the identifier, of a timeout.</summary>
    public static string Timeout(string state, int number) => string.Create(CultureInfo.InvariantCulture, $"after.{state}.{number}");

    /// <summary>Text without the characters that no XML document may have.</summary>
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

    /// <summary>Whether the name itself has at this place what would be read as a number.</summary>
    private static bool IsNumberAt(string name, int at) =>
        name[at] == '_' && name.Length > at + DigitsOfNumber + 2 && name[at + 1] == 'x' && name[at + DigitsOfNumber + 2] == '_'
        && name.Substring(at + 2, DigitsOfNumber).All(char.IsAsciiHexDigit);
}
