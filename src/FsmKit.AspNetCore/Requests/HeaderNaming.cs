using System.Text;
using FsmKit.Http;

namespace FsmKit.AspNetCore;

/// <summary>The registered spellings of known header names, so that reading a name creates no string.</summary>
internal static class HeaderNaming
{
    private static readonly string[] Names = [.. Enum.GetValues<KnownHeader>().Select(Spell)];

    public static string Of(KnownHeader header) => Names[(int)header];

    private static string Spell(KnownHeader header)
    {
        switch (header)
        {
            case KnownHeader.TE or KnownHeader.ETag:
                return header.ToString();
            case KnownHeader.WwwAuthenticate:
                return "WWW-Authenticate";
        }

        var name = new StringBuilder();
        foreach (var letter in header.ToString())
        {
            name.Append(char.IsUpper(letter) && name.Length > 0 ? "-" : "").Append(letter);
        }

        return name.Replace("Web-Socket", "WebSocket").ToString();
    }
}
