using System.Globalization;
using System.Text;

namespace FsmKit.Http;

/// <summary>
/// The end of the head of each response: <c>Date</c> (RFC 9110 §6.6.1), <c>Server</c> and the blank line. The text is formatted once per
/// second. Readable from any thread.
/// </summary>
internal sealed class HttpStamp(TimeProvider time, byte[] serverLine)
{
    private const int DateLength = 37;

    // Immutable: replaced as a whole.
    private Second _second = new(-1, []);
    private long _looked = -1;

    public ReadOnlySpan<byte> DateAndServerAndEnd => Now();

    public ReadOnlySpan<byte> Date => Now()[..DateLength];

    public ReadOnlySpan<byte> ServerAndEnd => Now()[DateLength..];

    // The time is read only when the ticks have moved, every few milliseconds: reading the ticks costs a fraction of reading the time.
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
