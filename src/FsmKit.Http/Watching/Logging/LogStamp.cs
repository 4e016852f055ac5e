using System.Globalization;

namespace FsmKit.Http;

/// <summary>
/// Writes the time of an access log, <c>[20/Nov/2026:10:00:00 +0000]</c>. The text is formatted once per second and thread, in a kept
/// buffer, because requests of different durations change it often.
/// </summary>
internal static class LogStamp
{
    private const int Length = 28;

    [ThreadStatic]
    private static byte[]? _text;

    [ThreadStatic]
    private static (long Second, TimeSpan Offset) _of;

    public static int Write(DateTimeOffset time, Span<byte> destination)
    {
        var at = (time.Ticks / TimeSpan.TicksPerSecond, time.Offset);
        if (_text is null || _of != at)
        {
            Make(time, _text ??= new byte[Length]);
            _of = at;
        }

        _text.CopyTo(destination);
        return Length;
    }

    private static void Make(DateTimeOffset time, Span<byte> text)
    {
        time.TryFormat(text, out _, "[dd/MMM/yyyy:HH:mm:ss ", CultureInfo.InvariantCulture);
        var minutes = (int)Math.Abs(time.Offset.TotalMinutes);
        text[22] = (byte)(time.Offset < TimeSpan.Zero ? '-' : '+');
        (minutes / 60 * 100 + minutes % 60).TryFormat(text[23..], out _, "0000", CultureInfo.InvariantCulture);
        text[27] = (byte)']';
    }
}
