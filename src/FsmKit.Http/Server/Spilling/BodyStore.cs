using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>A collected body: in memory, and above <see cref="GHttpServer.InbufOverflow"/> in a file.</summary>
internal sealed class BodyStore
{
    private const int NotWriting = 0;
    private const int Writing = 1;
    private const int Unwanted = 2;

    private PooledBytes _memory;
    private BodyFile? _file;
    private int _spill;

    public long Length { get; private set; }

    public bool IsInFile => _file is not null;

    public ReadOnlySpan<byte> Memory => _memory.Span;

    /// <summary>Returns whether this number of further bytes fits into memory.</summary>
    public bool Fits(int more, int limit) => !IsInFile && Length + more <= limit;

    public void Add(ReadOnlySpan<byte> data)
    {
        _memory.Add(data);
        Length += data.Length;
    }

    /// <summary>Marks the file as being written by another thread, until <see cref="EndSpill"/>. The file cannot be closed meanwhile.</summary>
    public void BeginSpill() => _spill = Writing;

    /// <summary>
    /// Ends the write that <see cref="BeginSpill"/> began, and frees a body that was cleared meanwhile. Called by the writing thread.
    /// </summary>
    public void EndSpill()
    {
        if (Interlocked.Exchange(ref _spill, NotWriting) == Unwanted)
        {
            Free();
        }
    }

    /// <summary>
    /// Moves the bytes in memory, and then the new ones, to the file. Runs on another thread; the body must not be used until the call has returned.
    /// </summary>
    public void Spill(ReadOnlySpan<byte> data, BodyFiles files)
    {
        if (_file is null)
        {
            _file = files.Create();
            _file.Write(_memory.Span, 0);
            _memory.Clear();
        }

        _file.Write(data, Length);
        Length += data.Length;
    }

    /// <summary>Opens the body from its beginning; valid until the response is finished.</summary>
    public Stream Open() => _file is null ? new MemoryStream(_memory.Segment.Array!, _memory.Segment.Offset, _memory.Count, writable: false)
        : new BodyFileStream(_file, Length);

    /// <summary>Frees the memory and the file: at once, or when a write in progress ends.</summary>
    public void Clear()
    {
        // Most requests have no body and cost only this check.
        if (Length == 0 && _file is null && Volatile.Read(ref _spill) == NotWriting)
        {
            return;
        }

        if (Interlocked.CompareExchange(ref _spill, Unwanted, Writing) != Writing)
        {
            Free();
        }
    }

    private void Free()
    {
        _memory.Clear();
        _file?.Dispose();
        (_file, Length) = (null, 0);
    }
}
