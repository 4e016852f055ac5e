using System.Buffers;
using System.Text;

namespace FsmKit.Http;

/// <summary>
/// Buffer of a head or of trailers. The connection's own array collects them, and the output gets them in one piece when they are complete.
/// </summary>
internal sealed class HeadBuffer(IHeadOwner owner)
{
    private const int Least = 256;
    private const int MostKept = 2048;

    private byte[] _bytes = [];
    private int _length;
    private IBufferWriter<byte>? _output;
    private Memory _memory;
    private HeaderSet _never;
    private HeaderSet _once;

    public HeadKind Kind { get; private set; }

    /// <summary>The known names that the application has added.</summary>
    public HeaderSet Written { get; private set; }

    /// <summary>Begins another head; an unfinished one is dropped.</summary>
    public void Begin(IBufferWriter<byte> output, HeadKind kind)
    {
        ArgumentNullException.ThrowIfNull(output);
        _memory = default;
        (_output, _length, Kind, Written) = (output, 0, kind, default);
        (_never, _once) = kind switch
        {
            HeadKind.Trailers => (HeaderSet.NeverInTrailers, default),
            HeadKind.Request => (HeaderSet.OursToRequest, HeaderSet.OnceInRequests),
            _ => (HeaderSet.OursToWrite, HeaderSet.OnceInResponses),
        };
    }

    /// <summary>Adds a field of the application.</summary>
    public void Add(KnownHeader header, ReadOnlySpan<byte> value)
    {
        Admit(header, value);
        Put(KnownHeaders.Label(header), default, value);
    }

    /// <inheritdoc cref="Add(KnownHeader, ReadOnlySpan{byte})"/>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Admit(KnownHeaders.Find(name), value);
        Put(name, ": "u8, value);
    }

    /// <summary>Adds a field of the application or of the protocol, and checks its value.</summary>
    public void Put(ReadOnlySpan<byte> name, ReadOnlySpan<byte> colon, ReadOnlySpan<byte> value)
    {
        WrittenField.CheckValue(name, value);
        WrittenField.Write(Take(WrittenField.Length(name, colon, value)), name, colon, value);
    }

    /// <summary>Adds bytes that need no check.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Adds lines that were checked when they were created.</summary>
    public void Lines(ReadOnlySpan<byte> lines, HeaderSet names)
    {
        Raw(lines);
        Written = new HeaderSet(Written.Bits | names.Bits);
    }

    /// <summary>Adds a field with a number.</summary>
    /// <param name="label">Its name, with a colon and a space.</param>
    /// <param name="value">The number.</param>
    public void Number(ReadOnlySpan<byte> label, long value)
    {
        Raw(label);
        var to = Take(22);
        value.TryFormat(to, out var digits);
        "\r\n"u8.CopyTo(to[digits..]);
        _length -= to.Length - digits - 2;
    }

    /// <summary>Lets the owner complete the head, and writes it into the output.</summary>
    /// <exception cref="InvalidOperationException">The head was ended already, or lacks a required field.</exception>
    public void End()
    {
        var output = _output ?? throw Ended();
        owner.Complete(this);
        _bytes.AsSpan(0, _length).CopyTo(output.GetSpan(_length));
        output.Advance(_length);
        _output = null;
        owner.Commit(Kind);
    }

    /// <summary>Remembers the head that was just ended, for <see cref="Repeat"/>.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="bodyLength">The length of its body in bytes; null for an unknown one.</param>
    /// <param name="lines">Length of the application's field lines in bytes.</param>
    /// <param name="stamp">Length of its time-dependent end in bytes.</param>
    public void Remember(int status, long? bodyLength, int lines, int stamp) => _memory = new Memory(status, bodyLength, lines, stamp);

    /// <summary>
    /// Returns whether a head with these values equals the remembered one. A head whose fields replace a part of the stamp never matches.
    /// </summary>
    public bool Is(int status, long? bodyLength, ReadOnlySpan<byte> lines, ReadOnlySpan<byte> stamp)
    {
        if (_memory.Status != status || _memory.BodyLength != bodyLength || _memory.Lines != lines.Length || _memory.Stamp != stamp.Length
            || _length < lines.Length + stamp.Length)
        {
            return false;
        }

        var end = _bytes.AsSpan(_length - lines.Length - stamp.Length, lines.Length + stamp.Length);
        return end[..lines.Length].SequenceEqual(lines) && end[lines.Length..].SequenceEqual(stamp);
    }

    /// <summary>Writes the remembered head into the output again.</summary>
    public void Repeat(IBufferWriter<byte> output)
    {
        _bytes.AsSpan(0, _length).CopyTo(output.GetSpan(_length));
        output.Advance(_length);
    }

    /// <summary>Drops an unfinished head, and returns the array to the pool if it is large.</summary>
    public void Forget()
    {
        _output = null;
        if (_bytes.Length > MostKept)
        {
            Release();
        }
    }

    /// <summary>Drops the head and returns its array to the pool.</summary>
    public void Release()
    {
        (_output, _memory) = (null, default);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void Admit(KnownHeader header, ReadOnlySpan<byte> value)
    {
        if (_output is null)
        {
            throw Ended();
        }

        if (header == KnownHeader.None)
        {
            return;
        }

        if (_never.Has(header) || (_once.Has(header) && Written.Has(header)))
        {
            var name = Encoding.ASCII.GetString(KnownHeaders.Name(header));
            throw new ArgumentException(_never.Has(header)
                ? $"{name} is written by the protocol: it follows from the arguments with which the message was begun."
                : $"{name} was added already and may occur once.", nameof(header));
        }

        if (header == KnownHeader.TE && TransferCodings.Names(value, "chunked"u8))
        {
            throw new ArgumentException("TE does not list chunked, which every recipient reads (RFC 9112 §7.4).", nameof(value));
        }

        Written = Written.With(header);
    }

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Grow(count);
        }

        var taken = _bytes.AsSpan(_length, count);
        _length += count;
        return taken;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Least, Math.Max(_bytes.Length * 2, _length + more)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }

    /// <summary>Values of the remembered head; status 0 for none.</summary>
    private readonly record struct Memory(int Status, long? BodyLength, int Lines, int Stamp);

    private static InvalidOperationException Ended() => new("This head is already finished.");
}
