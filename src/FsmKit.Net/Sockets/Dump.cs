using System.Globalization;
using System.Text;

namespace FsmKit.Net;

/// <summary>Formats bytes for the log: offset, hexadecimal and text, 16 bytes per line (GinsFSM <c>trace_dump</c>).</summary>
internal static class Dump
{
    private const int Width = 16;

    /// <summary>Formats received bytes.</summary>
    public static string Received(GSock gsock, ReadOnlySpan<byte> data) => Write(gsock, "Recv", "<==", data);

    /// <summary>Formats bytes that the system has taken.</summary>
    public static string Sent(GSock gsock, ReadOnlySpan<byte> data) => Write(gsock, "Send", "==>", data);

    private static string Write(GSock gsock, string what, string prefix, ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"TS - {what} data {gsock} ({data.Length} bytes)");
        for (var offset = 0; offset < data.Length; offset += Width)
        {
            var line = data.Slice(offset, Math.Min(Width, data.Length - offset));
            text.Append(CultureInfo.InvariantCulture, $"\n{prefix} {offset:X4} {Hex(line),-(Width * 3)} {Text(line)}");
        }

        return text.ToString();
    }

    private static string Hex(ReadOnlySpan<byte> line)
    {
        var text = new StringBuilder(Width * 3);
        foreach (var one in line)
        {
            text.Append(CultureInfo.InvariantCulture, $"{one:X2} ");
        }

        return text.ToString();
    }

    private static string Text(ReadOnlySpan<byte> line)
    {
        Span<char> text = stackalloc char[line.Length];
        for (var i = 0; i < line.Length; i++)
        {
            text[i] = line[i] is >= 0x20 and <= 0x7E ? (char)line[i] : '.';
        }

        return text.ToString();
    }
}
