using System.Buffers;
using System.Globalization;
using System.Text;

namespace CacheSample;

/// <summary>Writes replies in the Redis protocol.</summary>
public sealed class Replies
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Replies that are not taken yet.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Forgets the replies, which have been sent.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Writes a short text, such as OK.</summary>
    public void Simple(string text) => Line($"+{text}");

    /// <summary>Writes an error.</summary>
    public void Error(string text) => Line($"-{text}");

    /// <summary>Writes a number.</summary>
    public void Number(long number) => Line(string.Create(CultureInfo.InvariantCulture, $":{number}"));

    /// <summary>Writes bytes; null stands for a missing value.</summary>
    public void Bulk(byte[]? value)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"${value?.Length ?? -1}"));
        if (value is not null)
        {
            _bytes.Write(value);
            Line("");
        }
    }

    private void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, _bytes);
        _bytes.Write("\r\n"u8);
    }
}
