using System.Buffers;
using System.Text;

namespace FsmKit.Http;

/// <summary>Checks and formats the field lines of the application.</summary>
internal static class WrittenField
{
    /// <summary>Checks a name that is not a known one.</summary>
    /// <exception cref="ArgumentException">The name is no token.</exception>
    public static void CheckName(ReadOnlySpan<byte> name)
    {
        if (!Octets.AreToken(name))
        {
            throw new ArgumentException("A field name is one or more of the characters of a token (RFC 9110 §5.6.2).", nameof(name));
        }
    }

    /// <summary>Checks a value.</summary>
    /// <exception cref="ArgumentException">The value holds a control character.</exception>
    public static void CheckValue(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!Octets.AreFieldValue(value))
        {
            throw new ArgumentException($"The value of {Encoding.ASCII.GetString(name).TrimEnd(' ', ':')} holds a control character.", nameof(value));
        }
    }

    /// <summary>Returns the length of the line in bytes, CR LF included.</summary>
    public static int Length(ReadOnlySpan<byte> name, ReadOnlySpan<byte> colon, ReadOnlySpan<byte> value) =>
        name.Length + colon.Length + value.Length + 2;

    /// <summary>Writes the line into a span of exactly its length. The colon is empty when the name contains it.</summary>
    public static void Write(Span<byte> to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> colon, ReadOnlySpan<byte> value)
    {
        name.CopyTo(to);
        colon.CopyTo(to[name.Length..]);
        value.CopyTo(to[(name.Length + colon.Length)..]);
        "\r\n"u8.CopyTo(to[^2..]);
    }

    /// <summary>Converts a name and a value to octets, one per character, in a pooled array that disposal returns.</summary>
    /// <exception cref="ArgumentException">A character is above U+00FF.</exception>
    public static Text Of(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);

        // Nearly all values are ASCII. The wider search boxes its bounds until the runtime compiles it well.
        return (!Ascii.IsValid(value) && value.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF')) || !Ascii.IsValid(name)
            ? throw new ArgumentException($"The field {name} has characters above U+00FF, which are no octets: encode them first.", nameof(value))
            : new Text(name, value);
    }

    /// <summary>Octets in a pooled array.</summary>
    public readonly ref struct Text : IDisposable
    {
        private readonly byte[] _bytes;
        private readonly int _middle;
        private readonly int _end;

        internal Text(string name, string value)
        {
            _bytes = ArrayPool<byte>.Shared.Rent(name.Length + value.Length);
            _middle = Encoding.Latin1.GetBytes(name, _bytes);
            _end = _middle + Encoding.Latin1.GetBytes(value, _bytes.AsSpan(_middle));
        }

        public ReadOnlySpan<byte> Name => _bytes.AsSpan(0, _middle);

        public ReadOnlySpan<byte> Value => _bytes.AsSpan(_middle, _end - _middle);

        public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
    }
}
