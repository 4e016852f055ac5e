namespace FsmKit.Net;

/// <summary>What tells one version of a file from the next without reading it. Links are followed, whichever part of the path they are.</summary>
/// <param name="Written">When its content was changed.</param>
/// <param name="Changed">When anything about it was changed, its permissions too; 0 where the system does not tell.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Device">The file system; 0 where the system does not tell.</param>
/// <param name="Inode">The file in it, whatever its name; 0 where the system does not tell.</param>
internal readonly record struct FileStamp(long Written, long Changed, long Length, long Device, long Inode)
{
    /// <summary>The stamp of a file; default while there is none.</summary>
    public static FileStamp Of(string? path) =>
        path is null ? default
        : OperatingSystem.IsLinux() && LinuxFileStatus.TryRead(path, out var stamp) ? stamp
        : Portable(path);

    /// <summary>The same through a descriptor, because a path would tell of a link and not of the file behind it.</summary>
    internal static FileStamp Portable(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            return new FileStamp(File.GetLastWriteTimeUtc(file).Ticks, 0, RandomAccess.GetLength(file), 0, 0);
        }
        catch (Exception x) when (x is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return default;
        }
    }
}
