using System.Buffers;
using System.Text;

namespace FsmKit.Http;

/// <summary>
/// A head or trailers while they are written: in an array of the connection, and when they are complete in the output, all at once.
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

    /// <summary>Begins another head; what was not ended is forgotten.</summary>
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

    /// <summary>Adds a field of the application's.</summary>
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

    /// <summary>Adds a field, the application's or the protocol's own, and checks its value.</summary>
    public void Put(ReadOnlySpan<byte> name, ReadOnlySpan<byte> colon, ReadOnlySpan<byte> value)
    {
        WrittenField.CheckValue(name, value);
        WrittenField.Write(Take(WrittenField.Length(name, colon, value)), name, colon, value);
    }

    /// <summary>Adds what needs no check.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Adds lines that were checked when they were made.</summary>
    public void Lines(ReadOnlySpan<byte> lines, HeaderSet names)
    {
        Raw(lines);
        Written = new HeaderSet(Written.Bits | names.Bits);
    }

    /// <summary>Adds a field that is a number.</summary>
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

    /// <summary>Lets the owner complete it, and puts it into the output.</summary>
    /// <exception cref="InvalidOperationException">It was ended already, or lacks what it must have.</exception>
    public void End()
    {
        var output = _output ?? throw Ended();
        owner.Complete(this);
        _bytes.AsSpan(0, _length).CopyTo(output.GetSpan(_length));
        output.Advance(_length);
        _output = null;
        owner.Commit(Kind);
    }

    /// <summary>The head that was just ended may be asked for again.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="bodyLength">What it says of the body.</param>
    /// <param name="lines">How many bytes the application's own fields have.</param>
    /// <param name="stamp">How many bytes its end has that changes with the time.</param>
    public void Remember(int status, long? bodyLength, int lines, int stamp) => _memory = new Memory(status, bodyLength, lines, stamp);

    /// <summary>Whether that head would come out again. Fields that replace a part of the stamp are never remembered so.</summary>
    public bool Is(int status, long? bodyLength, ReadOnlySpan<byte> lines, ReadOnlySpan<byte> stamp)
    {
        if (_memory.Status != status || _memory.BodyLength != bodyLength || _memory.Lines != lines.Length || _memory.Stamp != stamp.Length)
        {
            return false;
        }

        var end = _bytes.AsSpan(_length - lines.Length - stamp.Length, lines.Length + stamp.Length);
        return end[..lines.Length].SequenceEqual(lines) && end[lines.Length..].SequenceEqual(stamp);
    }

    /// <summary>Puts it into the output again.</summary>
    public void Repeat(IBufferWriter<byte> output)
    {
        _bytes.AsSpan(0, _length).CopyTo(output.GetSpan(_length));
        output.Advance(_length);
    }

    /// <summary>Forgets the head, and gives back its array if that is large.</summary>
    public void Forget()
    {
        _output = null;
        if (_bytes.Length > MostKept)
        {
            Release();
        }
    }

    /// <summary>Forgets the head, and gives back its array.</summary>
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
                ? $"{name} is not for the application to add here: it follows from what the message began with."
                : $"{name} is there already, and may be there once.", nameof(header));
        }

        if (header == KnownHeader.TE && TransferCodings.Names(value, "chunked"u8))
        {
            throw new ArgumentException("TE does not name chunked, which everybody reads (RFC 9112 §7.4).", nameof(value));
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

    /// <summary>What the head in the array says; its status is 0 when it must not be asked for again.</summary>
    private readonly record struct Memory(int Status, long? BodyLength, int Lines, int Stamp);

    private static InvalidOperationException Ended() => new("This head is already finished.");
}
