namespace FsmKit.Net;

/// <summary>Identity of the file at a path. Links are not followed. Tells whether the path names the same file later.</summary>
internal readonly record struct FileStatus(ulong Device, ulong Number, bool IsSocket)
{
    private const int Size = 256;
    private const int OffsetOfMode = 28;
    private const int OffsetOfNumber = 32;
    private const int OffsetOfDevice = 136;
    private const int KindMask = 0xF000;
    private const int KindSocket = 0xC000;
    private const int WorkingDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint KindAndNumber = 0x101;

    /// <summary>Returns the identity; null if the file does not exist or the system does not report it.</summary>
    public static FileStatus? Of(string path) => OperatingSystem.IsLinux() ? OfLinux(path) : OfOthers(path);

    private static unsafe FileStatus? OfLinux(string path)
    {
        var status = stackalloc byte[Size];
        try
        {
            return Libc.Status(WorkingDirectory, path, NoFollow, KindAndNumber, status) != 0 ? null : new FileStatus(
                *(ulong*)(status + OffsetOfDevice), *(ulong*)(status + OffsetOfNumber), (*(ushort*)(status + OffsetOfMode) & KindMask) == KindSocket);
        }
        catch (EntryPointNotFoundException)
        {
            // The C library is older than statx.
            return null;
        }
    }

    /// <summary>
    /// Returns the creation time in place of a file number. The type is unknown here, so IsSocket is true; a connect finds out.
    /// </summary>
    private static FileStatus? OfOthers(string path) =>
        File.Exists(path) && !OperatingSystem.IsWindows() ? new FileStatus(0, (ulong)File.GetCreationTimeUtc(path).Ticks, IsSocket: true) : null;
}
