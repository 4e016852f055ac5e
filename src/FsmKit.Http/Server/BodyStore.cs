using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>A body that is collected: in memory, and in a file from <see cref="GHttpServer.InbufOverflow"/> on.</summary>
internal sealed class BodyStore
{
    private const int NotWriting = 0;
    private const int Writing = 1;
    private const int Unwanted = 2;

    private PooledBytes _memory;
    private FileStream? _file;
    private int _spill;

    public long Length { get; private set; }

    public bool IsInFile => _file is not null;

    public ReadOnlySpan<byte> Memory => _memory.Span;

    /// <summary>Whether so much more still fits into memory.</summary>
    public bool Fits(int more, int limit) => !IsInFile && Length + more <= limit;

    public void Add(ReadOnlySpan<byte> data)
    {
        _memory.Add(data);
        Length += data.Length;
    }

    /// <summary>The file is about to be written elsewhere, until <see cref="EndSpill"/>: it cannot be closed meanwhile.</summary>
    public void BeginSpill() => _spill = Writing;

    /// <summary>Ends what <see cref="BeginSpill"/> began, and frees the body that was cleared meanwhile. Called by the thread that wrote.</summary>
    public void EndSpill()
    {
        if (Interlocked.Exchange(ref _spill, NotWriting) == Unwanted)
        {
            Free();
        }
    }

    /// <summary>
    /// Moves what is in memory, and this, to the file. It runs elsewhere; until it has returned nothing else may be done with the body.
    /// </summary>
    public void Spill(ReadOnlySpan<byte> data)
    {
        if (_file is null)
        {
            _file = Create();
            RandomAccess.Write(_file.SafeFileHandle, _memory.Span, 0);
            _memory.Clear();
        }

        RandomAccess.Write(_file.SafeFileHandle, data, Length);
        Length += data.Length;
    }

    /// <summary>Reads it from its beginning; valid until the response is finished.</summary>
    public Stream Open() => _file is null ? new MemoryStream(_memory.Segment.Array!, _memory.Segment.Offset, _memory.Count, writable: false)
        : new BodyFileStream(_file.SafeFileHandle, Length);

    /// <summary>Frees the memory and the file: at once, or when the file has been written.</summary>
    public void Clear()
    {
        // Most requests have none, and pay for no more than this look.
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

    /// <summary>A file for its owner's eyes, which goes with the handle.</summary>
    private static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"fsmkit-body-{Guid.NewGuid():n}"), options);
    }
}
