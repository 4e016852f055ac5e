using System.Buffers;
using System.Text;

namespace FsmKit.Http;

/// <summary>
/// Writes a head or trailers, field by field, straight into the output. Nothing of it is in the output before <see cref="End"/>: whoever
/// throws half-way has sent nothing, and can write another head.
/// </summary>
public ref struct HttpHeadWriter
{
    private const int FirstSize = 512;

    private readonly IBufferWriter<byte> _output;
    private readonly HeadKind _kind;
    private IHeadOwner? _owner;
    private Span<byte> _span;
    private int _length;

    internal HttpHeadWriter(IHeadOwner owner, IBufferWriter<byte> output, HeadKind kind)
    {
        ArgumentNullException.ThrowIfNull(output);
        (_owner, _output, _kind) = (owner, output, kind);
        _span = output.GetSpan(FirstSize);
    }

    internal HeaderSet Written { get; private set; }

    internal readonly HeadKind Kind => _kind;

    /// <summary>Adds a field.</summary>
    /// <param name="header">Its name.</param>
    /// <param name="value">Its value: anything but control characters.</param>
    /// <exception cref="ArgumentException">The value holds CR, LF, NUL or another control, or the name is not the application's to write
    /// here.</exception>
    public void Add(KnownHeader header, scoped ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)header, (int)KnownHeader.None, nameof(header));
        Admit(header, KnownHeaders.Name(header));
        Put(KnownHeaders.Name(header), value);
    }

    /// <summary>Adds a field with any name.</summary>
    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        if (!Octets.AreToken(name))
        {
            throw new ArgumentException("A field name is one or more of the characters of a token (RFC 9110 §5.6.2).", nameof(name));
        }

        if (KnownHeaders.Find(name) is not KnownHeader.None and var header)
        {
            Admit(header, name);
        }

        Put(name, value);
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
    public void End()
    {
        var owner = _owner ?? throw new InvalidOperationException("This head is already finished.");
        owner.Complete(ref this);
        Raw("\r\n"u8);
        _output.Advance(_length);
        _owner = null;
        owner.Commit(_kind);
    }

    internal void Put(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        if (value.ContainsAnyExcept(Octets.FieldValue))
        {
            throw new ArgumentException($"The value of {Encoding.ASCII.GetString(name)} holds a control character.", nameof(value));
        }

        Reserve(name.Length + value.Length + 4);
        var to = _span[_length..];
        name.CopyTo(to);
        ": "u8.CopyTo(to[name.Length..]);
        value.CopyTo(to[(name.Length + 2)..]);
        "\r\n"u8.CopyTo(to[(name.Length + 2 + value.Length)..]);
        _length += name.Length + value.Length + 4;
    }

    /// <summary>Writes what needs no check.</summary>
    internal void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_span[_length..]);
        _length += bytes.Length;
    }

    internal void Number(scoped ReadOnlySpan<byte> name, long value)
    {
        Reserve(name.Length + 24);
        name.CopyTo(_span[_length..]);
        value.TryFormat(_span[(_length + name.Length)..], out var digits);
        _length += name.Length + digits;
        Raw("\r\n"u8);
    }

    private void Admit(KnownHeader header, scoped ReadOnlySpan<byte> name)
    {
        var (never, once) = _kind switch
        {
            HeadKind.Trailers => (HeaderSet.NeverInTrailers, default),
            HeadKind.Request => (HeaderSet.OursToRequest, HeaderSet.OnceInRequests),
            _ => (HeaderSet.OursToWrite, HeaderSet.OnceInResponses),
        };
        if (never.Has(header) || (once.Has(header) && Written.Has(header)))
        {
            throw new ArgumentException(never.Has(header)
                ? $"{Encoding.ASCII.GetString(name)} is not for the application to add here: it follows from what the message began with."
                : $"{Encoding.ASCII.GetString(name)} is there already, and may be there once.", nameof(header));
        }

        Written = Written.With(header);
    }

    private void Reserve(int more)
    {
        if (_span.Length - _length < more)
        {
            Grow(more);
        }
    }

    // What was not advanced over is lost with the next GetSpan, so it is carried over.
    private void Grow(int more)
    {
        var kept = ArrayPool<byte>.Shared.Rent(_length + 1);
        _span[.._length].CopyTo(kept);
        _span = _output.GetSpan(Math.Max(_span.Length * 2, _length + more));
        kept.AsSpan(0, _length).CopyTo(_span);
        ArrayPool<byte>.Shared.Return(kept);
    }
}
