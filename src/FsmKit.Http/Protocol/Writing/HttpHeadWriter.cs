namespace FsmKit.Http;

/// <summary>
/// Writes a head or trailers, field by field. The output has nothing of it before <see cref="End"/>: after an exception half-way
/// nothing has been sent, and another head can be written.
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

    /// <summary>Adds a field out of strings, each character one octet.</summary>
    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(string name, string value)
    {
        using var text = WrittenField.Of(name, value);
        Add(text.Name, text.Value);
    }

    /// <summary>Finishes the head and puts it into the output.</summary>
    /// <exception cref="InvalidOperationException">It lacks a field that it must have, or was finished already.</exception>
    public void End() => _head.End();

    /// <summary>Adds lines that were checked when they were made.</summary>
    internal void Lines(ReadOnlySpan<byte> lines, HeaderSet names) => _head.Lines(lines, names);
}
