using System.Buffers;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <content>Sending.</content>
internal sealed unsafe partial class EpollStreamLink
{
    public override int Send(ReadOnlySpan<byte> data, out SocketError error)
    {
        nint count;
        var errno = 0;
        fixed (byte* buffer = data)
        {
            do
            {
                count = Libc.Send(_fd, buffer, data.Length, LinuxSocket.NoSignal);
            }
            while (count < 0 && (errno = Marshal.GetLastSystemError()) == Errno.Interrupted);
        }

        return Sent(count, errno, out error);
    }

    public override int Send(in ReadOnlySequence<byte> segments, out SocketError error)
    {
        var sent = 0;
        for (var rest = segments; ;)
        {
            var count = Sent(GatheredSend.Send(_fd, in rest, out var offered, out var errno), errno, out error);
            sent += count;
            if (count < offered || sent == segments.Length)
            {
                return sent;
            }

            rest = rest.Slice(offered);
        }
    }

    private int Sent(nint count, int errno, out SocketError error)
    {
        if (count >= 0)
        {
            error = SocketError.Success;
            return (int)count;
        }

        error = errno == Errno.BrokenPipe && _sendEnded ? SocketError.Shutdown : Errno.ToSocketError(errno);
        _broken |= error is not (SocketError.WouldBlock or SocketError.Shutdown);
        return 0;
    }
}
