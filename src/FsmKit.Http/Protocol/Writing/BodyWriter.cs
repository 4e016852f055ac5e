using System.Buffers;

namespace FsmKit.Http;

/// <summary>Writes one body of any framing and checks its length.</summary>
internal struct BodyWriter
{
    private long _remaining;
    private ChunkCheck? _chunks;

    public BodyKind Kind { get; private set; }

    /// <summary>Whether the body is announced and not sent, as in the answer to HEAD.</summary>
    public bool IsMuted { get; private set; }

    /// <summary>Whether the application writes the chunks itself.</summary>
    public readonly bool IsCoded => _chunks is not null;

    /// <summary>Begins another body.</summary>
    /// <param name="framing">The framing that the head announces.</param>
    /// <param name="isMuted">Whether the body is not to be sent.</param>
    public void Begin(in BodyFraming framing, bool isMuted) =>
        (Kind, _remaining, IsMuted, _chunks) = (framing.Kind, framing.Length, isMuted, null);

    /// <summary>Begins a body to which the application has applied all codings. Chunks are checked and not written.</summary>
    /// <inheritdoc cref="Begin"/>
    public void BeginCoded(in BodyFraming framing, bool isMuted)
    {
        Begin(framing, isMuted);
        _chunks = Kind == BodyKind.Chunked ? new ChunkCheck() : null;
    }

    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty || IsMuted)
        {
            return;
        }

        switch (Kind)
        {
            case BodyKind.None:
                throw new InvalidOperationException($"{data.Length} bytes of a body for a message that has none.");
            case BodyKind.Length when data.Length > _remaining:
                throw new InvalidOperationException(
                    $"{data.Length} bytes of a body of which {_remaining} remain: the head has announced its length.");
            case BodyKind.Chunked when _chunks is { } chunks:
                output.Write(chunks.Read(data) ? data : default);
                break;
            case BodyKind.Chunked:
                WriteChunk(output, data);
                break;
            default:
                _remaining -= data.Length;
                output.Write(data);
                break;
        }
    }

    /// <summary>Counts bytes of the body that the caller sends without this writer.</summary>
    /// <returns>False when the bytes must not be sent.</returns>
    public bool Pass(int length)
    {
        if (Kind != BodyKind.Length || length > _remaining)
        {
            throw new InvalidOperationException($"{length} bytes of a body of which {_remaining} remain.");
        }

        _remaining -= length;
        return !IsMuted;
    }

    /// <summary>Ends the body. Not for a body with trailers, which write its end.</summary>
    /// <returns>False when the body is shorter than announced, or its own chunks are not complete: only the end of the connection tells the
    /// peer.</returns>
    public readonly bool End(IBufferWriter<byte> output)
    {
        if (_chunks is { } chunks)
        {
            return IsMuted || chunks.IsComplete;
        }

        if (Kind == BodyKind.Chunked && !IsMuted)
        {
            output.Write("0\r\n\r\n"u8);
        }

        return IsMuted || Kind != BodyKind.Length || _remaining == 0;
    }

    private static void WriteChunk(IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        var line = output.GetSpan(10);
        data.Length.TryFormat(line, out var digits, "X");
        "\r\n"u8.CopyTo(line[digits..]);
        output.Advance(digits + 2);
        output.Write(data);
        output.Write("\r\n"u8);
    }
}
