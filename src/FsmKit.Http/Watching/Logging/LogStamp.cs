using System.Globalization;

namespace FsmKit.Http;

/// <summary>
/// The time of an access log, <c>[20/Nov/2026:10:00:00 +0000]</c>, made once per second and thread. Kept in place: requests that took
/// different times change it often, and nothing is allocated for that.
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
