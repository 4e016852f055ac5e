using System.Globalization;

namespace FsmKit.Http;

/// <summary>The <c>Date</c> line (RFC 9110 §6.6.1), written once per second, whoever asks; any thread may.</summary>
internal sealed class HttpStamp(TimeProvider time)
{
    // Replaced as a whole, never changed.
    private Line _line = new(-1, []);

    public ReadOnlySpan<byte> Date()
    {
        var now = time.GetUtcNow();
        var second = now.Ticks / TimeSpan.TicksPerSecond;
        var line = _line;
        if (line.Second != second)
        {
            _line = line = new Line(second, System.Text.Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"Date: {now.UtcDateTime:r}\r\n")));
        }

        return line.Bytes;
    }

    private sealed record Line(long Second, byte[] Bytes);
}
