using System.Globalization;
using System.Text;

namespace FsmKit.Http.Tests;

internal static class Chunks
{
    /// <summary>The body of one whole chunked response.</summary>
    public static string Decode(string response)
    {
        var at = response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var body = new StringBuilder();
        while (true)
        {
            var end = response.IndexOf("\r\n", at, StringComparison.Ordinal);
            var size = int.Parse(response.AsSpan(at, end - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return body.ToString();
            }

            body.Append(response, end + 2, size);
            at = end + 2 + size + 2;
        }
    }
}
