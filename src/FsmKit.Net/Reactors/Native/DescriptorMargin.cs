namespace FsmKit.Net;

/// <summary>
/// Reserve of descriptors that accepted connections do not use. .NET needs two for each new thread, and its thread pool fails permanently
/// without them. The name service, the log and files need some too.
/// </summary>
internal static unsafe class DescriptorMargin
{
    private const int Most = 16;
    private const int PartOfLimit = 8;
    private static int _bound = Read();

    /// <summary>Whether only the reserve is free above a new descriptor; the system always gives the lowest free number.</summary>
    public static bool Reaches(int descriptor) => descriptor >= _bound;

    /// <summary>Whether the next descriptor would belong to the reserve. Reads the limit again, because it may have been raised.</summary>
    /// <param name="descriptor">Any open descriptor.</param>
    public static bool IsUsedUp(int descriptor)
    {
        _bound = Read();
        var next = Libc.Control(descriptor, LinuxSocket.DuplicateCloseOnExec, 0);
        if (next < 0)
        {
            return true;
        }

        _ = Libc.Close(next);
        return Reaches(next);
    }

    private static int Read()
    {
        var limit = stackalloc nuint[2];
        if (!OperatingSystem.IsLinux() || Libc.GetLimit(LinuxSocket.LimitOfFiles, limit) != 0)
        {
            return int.MaxValue;
        }

        var soft = (int)nuint.Min(limit[0], int.MaxValue);
        return soft - Math.Min(Most, soft / PartOfLimit);
    }
}
