using System.Buffers;
using System.Text;

namespace FsmKit.Http;

/// <summary>
/// Writes a head or trailers, field by field. Nothing of it is in the output before <see cref="End"/>: whoever throws half-way has sent
/// nothing, and can write another head.
/// </summary>
public readonly ref struct HttpHeadWriter
{
    private readonly HeadBuffer _head;

    internal HttpHeadWriter(HeadBuffer head) => _head = head;

    /// <summary>Adds a field.</summary>
    /// <param name="header">Its name.</param>
    /// <param name="value">Its value: anything but control characters.</param>
    /// <exception cref="ArgumentException">The value holds CR, LF, NUL or another control, or the name is not the application's to write
    /// here.</exception>
    /// <exception cref="InvalidOperationException">The head is finished.</exception>
    public void Add(KnownHeader header, ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)header, (int)KnownHeader.None, nameof(header));
        _head.Add(header, value);
    }

    /// <summary>Adds a field with any name.</summary>
    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!Octets.AreToken(name))
        {
            throw new ArgumentException("A field name is one or more of the characters of a token (RFC 9110 §5.6.2).", nameof(name));
        }

        _head.Add(name, value);
    }

    /// <summary>Adds a field whose value is a number.</summary>
    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(KnownHeader header, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length);
        Add(header, digits[..length]);
    }

    /// <summary>Adds a field out of strings, each character one octet.</summary>
    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (value.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF') || !Ascii.IsValid(name))
        {
            throw new ArgumentException($"The field {name} has characters that are not octets; encode them first.", nameof(value));
        }

        var bytes = ArrayPool<byte>.Shared.Rent(name.Length + value.Length);
        var middle = Encoding.Latin1.GetBytes(name, bytes);
        var end = middle + Encoding.Latin1.GetBytes(value, bytes.AsSpan(middle));
        try
        {
            Add(bytes.AsSpan(0, middle), bytes.AsSpan(middle, end - middle));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Finishes the head and puts it into the output.</summary>
    /// <exception cref="InvalidOperationException">It lacks a field that it must have, or was finished already.</exception>
    public void End() => _head.End();

    /// <summary>Adds lines that were checked when they were made.</summary>
    internal void Lines(ReadOnlySpan<byte> lines, HeaderSet names) => _head.Lines(lines, names);
}
