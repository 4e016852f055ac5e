namespace FsmKit.Http;

/// <summary>
/// Writes a head or trailers, field by field. The output gets them at <see cref="End"/>, in one piece. After an exception nothing was
/// written, and another head can be begun.
/// </summary>
public readonly ref struct HttpHeadWriter
{
    private readonly HeadBuffer _head;

    internal HttpHeadWriter(HeadBuffer head) => _head = head;

    /// <summary>Adds a field.</summary>
    /// <param name="header">Its name.</param>
    /// <param name="value">Its value, without control characters.</param>
    /// <exception cref="ArgumentException">The value holds CR, LF, NUL or another control character, the protocol writes this field itself,
    /// or the field may occur once and was added already.</exception>
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
        WrittenField.CheckName(name);
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

    /// <summary>Adds a field from strings; each character becomes one octet.</summary>
    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(string name, string value)
    {
        using var text = WrittenField.Of(name, value);
        Add(text.Name, text.Value);
    }

    /// <summary>Finishes the head and writes it into the output.</summary>
    /// <exception cref="InvalidOperationException">The head lacks a required field, or was finished already.</exception>
    public void End() => _head.End();

    /// <summary>Adds lines that were checked when they were created.</summary>
    internal void Lines(ReadOnlySpan<byte> lines, HeaderSet names) => _head.Lines(lines, names);
}
