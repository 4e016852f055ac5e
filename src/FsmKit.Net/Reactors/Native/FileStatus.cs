namespace FsmKit.Net;

/// <summary>Which file a path names, without following a link; the same path may name another one later.</summary>
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

    /// <summary>Null when there is no file, or the system does not tell.</summary>
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
            // A C library from before statx.
            return null;
        }
    }

    /// <summary>Without a number, the time of its making tells one file from the next. Whether it is a socket is found out by connecting.</summary>
    private static FileStatus? OfOthers(string path) =>
        File.Exists(path) && !OperatingSystem.IsWindows() ? new FileStatus(0, (ulong)File.GetCreationTimeUtc(path).Ticks, IsSocket: true) : null;
}
