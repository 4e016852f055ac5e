namespace FsmKit.Net;

/// <summary>
/// The descriptors that accepted connections leave to the rest of the process. .NET needs two for each thread that it starts, and without
/// them its thread pool breaks for good; name service, log and files need some too.
/// </summary>
internal static unsafe class DescriptorMargin
{
    private const int Most = 16;
    private const int PartOfLimit = 8;
    private static int _bound = Read();

    /// <summary>Whether a descriptor is so high that no more than the margin is free: the system gives the lowest one first.</summary>
    public static bool Reaches(int descriptor) => descriptor >= _bound;

    /// <summary>Whether the next descriptor would be one of the margin. The limit may have been raised meanwhile.</summary>
    /// <param name="descriptor">Any one that is open.</param>
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
