using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>One stream socket of a reactor. None of its calls blocks; all are made from the loop's thread.</summary>
internal abstract class StreamLink : Link
{
    /// <summary>Who is told; may change hands at any time on the loop's thread.</summary>
    public ILinkEvents? Owner { get; set; }

    /// <summary>The peer's address, asked of the system the first time it is read; null when it cannot be told (any more).</summary>
    public EndPoint? RemoteEndPoint
    {
        get => field ??= PlainAddress.Of(ReadRemoteEndPoint());
        protected set;
    }

    /// <summary>True while bytes that Send took have not reached the kernel. A Close now would lose them.</summary>
    public abstract bool IsPending { get; }

    /// <summary>What TLS has against the connection; null without TLS. Asked here, so that plain connections never touch the classes of TLS.</summary>
    public virtual Exception? Failure
    {
        get => null;
        protected set => throw new NotSupportedException();
    }

    /// <summary>Whether the end of the peer's stream is one that the peer has said; only TLS can tell that it is not.</summary>
    public virtual bool EndedCleanly
    {
        get => true;
        protected set => throw new NotSupportedException();
    }

    /// <summary>
    /// Receives into a buffer that is not empty. More than 0: so many bytes; 0: end of stream; -1: see <paramref name="error"/>,
    /// where <see cref="SocketError.WouldBlock"/> means nothing has come yet.
    /// </summary>
    public abstract int Receive(Span<byte> into, out SocketError error);

    /// <summary>As Receive, but what it gives is not taken: the next Receive gives it again.</summary>
    public virtual int Peek(Span<byte> into, out SocketError error) => throw new NotSupportedException($"{GetType().Name} cannot peek.");

    /// <summary>
    /// Sends what can be sent now and tells how much was taken. Fewer bytes than offered with Success or WouldBlock: watch Write and
    /// offer the rest in OnWritable. Any other error: the connection will take no more.
    /// </summary>
    public abstract int Send(ReadOnlySpan<byte> data, out SocketError error);

    /// <summary>Sets what the owner wants to be told of; costs a system call only when that changes.</summary>
    public abstract void Watch(Interest interest);

    /// <summary>Sets options of the socket; one that the system does not have is left out.</summary>
    public abstract void Configure(in LinkOptions options);

    /// <summary>Ends the own direction (FIN) behind everything that was sent; receiving goes on.</summary>
    public abstract void ShutdownSend();

    /// <summary>Closes with a reset (RST): what is under way in either direction is lost.</summary>
    public abstract void Abort();

    /// <summary>
    /// Ends the link and leaves its socket to the caller, for <see cref="NetReactor.Attach"/> of another loop: before anything was watched,
    /// or in OnReadable.
    /// </summary>
    public virtual IDisposable Detach() => throw new NotSupportedException($"{GetType().Name} stays with its reactor.");

    /// <summary>From now on the link reports these addresses: a proxy has told the true ones.</summary>
    public void StandFor(EndPoint remote, EndPoint? local)
    {
        RemoteEndPoint = remote;
        if (local is not null)
        {
            LocalEndPoint = local;
        }
    }

    /// <summary>Who is at the other end of a Unix socket; null of another socket, and where the system does not tell.</summary>
    public virtual UnixCredentials? ReadCredentials() => null;

    protected abstract EndPoint? ReadRemoteEndPoint();
}
