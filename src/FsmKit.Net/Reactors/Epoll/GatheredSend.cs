using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Sends several segments by one system call (sendmsg), without copying them together.</summary>
internal static unsafe class GatheredSend
{
    /// <summary>Largest number of segments in one call. The system takes up to 1,024.</summary>
    private const int Most = 32;

    /// <summary>Sends the first segments of a sequence.</summary>
    /// <param name="fd">The descriptor of the socket.</param>
    /// <param name="segments">The segments.</param>
    /// <param name="offered">Number of bytes that the call offered to the system: those of up to 32 segments.</param>
    /// <param name="errno">The error of the system, if the result is negative.</param>
    /// <returns>The number of bytes that the system took, or -1.</returns>
    public static nint Send(int fd, in ReadOnlySequence<byte> segments, out int offered, out int errno)
    {
        var parts = stackalloc Part[Most];
        Pins pins = default;
        var used = 0;
        offered = errno = 0;
        try
        {
            foreach (var segment in segments)
            {
                if (segment.IsEmpty)
                {
                    continue;
                }

                pins[used] = segment.Pin();
                parts[used] = new((byte*)pins[used].Pointer, segment.Length);
                offered += segment.Length;
                if (++used == Most)
                {
                    break;
                }
            }

            var message = new Message { Parts = parts, Count = used };
            nint count;
            do
            {
                count = Libc.SendMessage(fd, &message, LinuxSocket.NoSignal);
            }
            while (count < 0 && (errno = Marshal.GetLastSystemError()) == Errno.Interrupted);
            return count;
        }
        finally
        {
            for (var i = 0; i < used; i++)
            {
                pins[i].Dispose();
            }
        }
    }

    /// <summary>A segment (struct iovec).</summary>
    private readonly struct Part(byte* start, nint length)
    {
        public readonly byte* Start = start;
        public readonly nint Length = length;
    }

    /// <summary>The segments of a call (struct msghdr), without an address and without control data.</summary>
    private struct Message
    {
        public void* Name;
        public nint NameLength;
        public Part* Parts;
        public nint Count;
        public void* Control;
        public nint ControlLength;
        public nint Flags;
    }

    [InlineArray(Most)]
    private struct Pins
    {
        private MemoryHandle _first;
    }
}
