using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Calls Linux's <c>statx</c>, which needs no descriptor and has the same structure on all processors.</summary>
internal static unsafe partial class LinuxFileStatus
{
    private const int CurrentDirectory = -100;
    private const uint BasicFields = 0x7ff;

    /// <summary>Reads the stamp of a file; default if the file does not exist. Returns false if the system cannot report it.</summary>
    public static bool TryRead(string path, out FileStamp stamp)
    {
        const int NoEntry = 2;
        const int NoDirectory = 20;
        Status status = default;
        try
        {
            if (StatX(CurrentDirectory, path, 0, BasicFields, &status) == 0)
            {
                stamp = new FileStamp(
                    status.Written.Nanoseconds(), status.Changed.Nanoseconds(), status.Length, ((long)status.DeviceMajor << 32) | status.DeviceMinor, status.Inode);
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            stamp = default;
            return false;
        }

        stamp = default;
        return Marshal.GetLastPInvokeError() is NoEntry or NoDirectory;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint fields, Status* status);

    private readonly struct Moment
    {
        private readonly long _seconds;
        private readonly uint _nanoseconds;
        private readonly int _reserved;

        public long Nanoseconds() => unchecked((_seconds * 1_000_000_000) + _nanoseconds + _reserved);
    }

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(32)]
        public long Inode;

        [FieldOffset(40)]
        public long Length;

        [FieldOffset(96)]
        public Moment Changed;

        [FieldOffset(112)]
        public Moment Written;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
