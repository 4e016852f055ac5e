using System.Globalization;
using System.Text;

namespace FsmKit.Benchmarks;

/// <summary>Reads answers as a client does: with a reader of its own, so that no fault of the product's hides another one.</summary>
internal sealed class StormReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads the next answer, which has to be that to this request, with its body.</summary>
    public async Task Compare(int number, byte[] expected)
    {
        var status = await Line();
        var (length, isChunked, said) = (-1, false, "");
        for (var line = await Line(); line.Length > 0; line = await Line())
        {
            var field = line.Split(": ", 2);
            switch (field[0].ToUpperInvariant())
            {
                case "CONTENT-LENGTH":
                    length = int.Parse(field[1], CultureInfo.InvariantCulture);
                    break;
                case "TRANSFER-ENCODING":
                    isChunked = field[1] == "chunked";
                    break;
                case "X-NUMBER":
                    said = field[1];
                    break;
            }
        }

        Must(status == "HTTP/1.1 200 OK", $"request {number} was answered {status}");
        Must(said == number.ToString(CultureInfo.InvariantCulture), $"request {number} has the answer to {said}");
        var body = isChunked ? await Chunks() : await Take(length);
        Must(body.AsSpan().SequenceEqual(expected), $"request {number}: its body of {expected.Length} bytes came back as {body.Length}, or with other bytes");
    }

    private async Task<byte[]> Chunks()
    {
        var body = new MemoryStream();
        while (int.Parse(await Line(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var count)
        {
            body.Write(await Take(count));
            Must(await Line() == "", "a chunk is longer than it says");
        }

        Must(await Line() == "", "the last chunk has no end");
        return body.ToArray();
    }

    private async Task<byte[]> Take(int count)
    {
        Must(count >= 0, "there is no length");
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            var part = Math.Min(count - at, await Available());
            _buffer.AsSpan(_start, part).CopyTo(bytes.AsSpan(at));
            (_start, at) = (_start + part, at + part);
        }

        return bytes;
    }

    private async Task<string> Line()
    {
        var line = new StringBuilder();
        while (true)
        {
            await Available();
            var one = (char)_buffer[_start++];
            line.Append(one);
            if (one == '\n')
            {
                return line.ToString().TrimEnd('\r', '\n');
            }
        }
    }

    private async ValueTask<int> Available()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, await stream.ReadAsync(_buffer));
            Must(_end > 0, "the connection ended before its answers did");
        }

        return _end - _start;
    }

    private static void Must(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
