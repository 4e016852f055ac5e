namespace FsmKit.Net;

/// <summary>Distinguishes versions of a file without reading it. Symbolic links are followed.</summary>
/// <param name="Written">Time of the last change of the content.</param>
/// <param name="Changed">
/// Time of the last change of the content or the attributes, such as the permissions; 0 if the system does not report it.
/// </param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Device">Number of the file system; 0 if the system does not report it.</param>
/// <param name="Inode">Number of the file in its file system; 0 if the system does not report it.</param>
internal readonly record struct FileStamp(long Written, long Changed, long Length, long Device, long Inode)
{
    /// <summary>Returns the stamp of a file; default if the file does not exist.</summary>
    public static FileStamp Of(string? path) =>
        path is null ? default
        : OperatingSystem.IsLinux() && LinuxFileStatus.TryRead(path, out var stamp) ? stamp
        : Portable(path);

    /// <summary>Returns the stamp through an open file, because File methods with a path report a symbolic link and not its target.</summary>
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
