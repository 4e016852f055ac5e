using System.Globalization;
using System.Text;

namespace FsmKit.Http;

/// <summary>
/// Holds the end of every response's head: <c>Date</c> (RFC 9110 §6.6.1), <c>Server</c> and the blank line. The text is put together once per second.
/// Any thread may read it.
/// </summary>
internal sealed class HttpStamp(TimeProvider time, byte[] serverLine)
{
    private const int DateLength = 37;

    // Replaced as a whole, never changed.
    private Second _second = new(-1, []);
    private long _looked = -1;

    public ReadOnlySpan<byte> DateAndServerAndEnd => Now();

    public ReadOnlySpan<byte> Date => Now()[..DateLength];

    public ReadOnlySpan<byte> ServerAndEnd => Now()[DateLength..];

    // The system's clock is asked when its ticks have moved, a few milliseconds apart: they cost a fraction of what the time costs.
    private ReadOnlySpan<byte> Now()
    {
        var looks = time == TimeProvider.System ? Environment.TickCount64 : -1;
        if (looks < 0 || looks != _looked)
        {
            Look();
            _looked = looks;
        }

        return _second.Bytes;
    }

    private void Look()
    {
        var now = time.GetUtcNow();
        var number = now.Ticks / TimeSpan.TicksPerSecond;
        if (_second.Number != number)
        {
            _second = new Second(number, [
                .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Date: {now.UtcDateTime:r}\r\n")), .. serverLine,
                (byte)'\r', (byte)'\n']);
        }
    }

    private sealed record Second(long Number, byte[] Bytes);
}
