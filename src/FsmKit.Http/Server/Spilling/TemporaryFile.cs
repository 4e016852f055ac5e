namespace FsmKit.Http;

/// <summary>Temporary file that only its owner can read, deleted with its handle.</summary>
internal sealed class TemporaryFile : BodyFile
{
    private readonly FileStream _file;

    public TemporaryFile()
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

        _file = new FileStream(Path.Combine(Path.GetTempPath(), $"fsmkit-body-{Guid.NewGuid():n}"), options);
    }

    public override void Write(ReadOnlySpan<byte> data, long position) => RandomAccess.Write(_file.SafeFileHandle, data, position);

    public override int Read(Span<byte> into, long position) => RandomAccess.Read(_file.SafeFileHandle, into, position);

    public override ValueTask<int> ReadAsync(Memory<byte> into, long position, CancellationToken cancellation) =>
        RandomAccess.ReadAsync(_file.SafeFileHandle, into, position, cancellation);

    public override void Dispose() => _file.Dispose();
}
