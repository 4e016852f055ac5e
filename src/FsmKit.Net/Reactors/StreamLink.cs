using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Stream socket of a reactor. No call blocks; all calls must be made on the loop's thread.</summary>
internal abstract class StreamLink : Link
{
    /// <summary>Largest number of bytes of several segments that are copied together.</summary>
    private const int MostCollected = 64 * 1024;

    /// <summary>Receiver of the callbacks; null for none. May be changed at any time on the loop's thread.</summary>
    public ILinkEvents? Owner { get; set; }

    /// <summary>
    /// The peer's address, read from the system at the first access; null if the system does not report it, for instance after the end.
    /// </summary>
    public EndPoint? RemoteEndPoint
    {
        get => field ??= PlainAddress.Of(ReadRemoteEndPoint());
        protected set;
    }

    /// <summary>Whether bytes that Send took have not reached the kernel. A Close now would lose these bytes.</summary>
    public abstract bool IsPending { get; }

    /// <summary>
    /// Failure of TLS; null without a failure, and without TLS. Declared here, so that plain connections never load the classes of TLS.
    /// </summary>
    public virtual Exception? Failure
    {
        get => null;
        protected set => throw new NotSupportedException();
    }

    /// <summary>Whether the peer itself ended its stream. False only with TLS, if the close_notify is missing.</summary>
    public virtual bool EndedCleanly
    {
        get => true;
        protected set => throw new NotSupportedException();
    }

    /// <summary>
    /// Receives into a buffer that is not empty. Returns the number of bytes, 0 at the end of the stream, or -1 with an
    /// <paramref name="error"/>; <see cref="SocketError.WouldBlock"/> means that no bytes have arrived.
    /// </summary>
    /// <param name="into">The buffer.</param>
    /// <param name="error">The error.</param>
    /// <param name="peeks">Whether the bytes stay for the next call. Only for links of sockets.</param>
    public abstract int Receive(Span<byte> into, out SocketError error, bool peeks = false);

    /// <summary>
    /// Sends as many bytes as possible now and returns their number. After fewer bytes than offered, with Success or WouldBlock, watch Write and
    /// send the rest in OnWritable. After any other error the connection takes no more bytes.
    /// </summary>
    public abstract int Send(ReadOnlySpan<byte> data, out SocketError error);

    /// <summary>
    /// Sends the bytes of several segments, with the results of the other <c>Send</c>. A link whose system takes only contiguous bytes copies up to
    /// 64 KiB together.
    /// </summary>
    public virtual int Send(in ReadOnlySequence<byte> segments, out SocketError error)
    {
        var (rest, sent) = (segments, 0);
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(segments.Length, MostCollected));
        try
        {
            while (true)
            {
                var length = (int)Math.Min(rest.Length, MostCollected);
                rest.Slice(0, length).CopyTo(bytes);
                var count = Send(bytes.AsSpan(0, length), out error);
                sent += count;
                if (count < length || sent == segments.Length)
                {
                    return sent;
                }

                rest = rest.Slice(length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Sets the readiness to report. Makes a system call only after a change.</summary>
    public abstract void Watch(Interest interest);

    /// <summary>Sets options of the socket. Ignores options that the system does not support.</summary>
    public abstract void Configure(in LinkOptions options);

    /// <summary>Ends the outgoing stream (FIN) after all sent bytes. Receiving continues.</summary>
    public abstract void ShutdownSend();

    /// <summary>Closes with a reset (RST). Bytes in transit in either direction are lost.</summary>
    public abstract void Abort();

    /// <summary>
    /// Ends the link and returns its socket to the caller, for <see cref="NetReactor.Attach"/> of another loop. Allowed before the first Watch, and
    /// in OnReadable.
    /// </summary>
    public virtual IDisposable Detach() => throw new NotSupportedException($"{GetType().Name} stays with its reactor.");

    /// <summary>Replaces the addresses of the link by those from a PROXY header. A null <paramref name="local"/> keeps the local address.</summary>
    public void StandFor(EndPoint remote, EndPoint? local)
    {
        RemoteEndPoint = remote;
        if (local is not null)
        {
            LocalEndPoint = local;
        }
    }

    /// <summary>Returns the credentials of the peer of a Unix socket; null for another socket, and if the system does not report them.</summary>
    public virtual UnixCredentials? ReadCredentials() => null;

    protected abstract EndPoint? ReadRemoteEndPoint();
}
