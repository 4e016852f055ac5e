using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>One end of a connection in memory, without a socket, for the handshake of <see cref="TlsColdStart"/>.</summary>
internal sealed class TrialLink : StreamLink
{
    private TrialLink _other = null!;
    private PooledBytes _arrived;
    private Interest _interest;

    /// <inheritdoc/>
    public override bool IsPending => false;

    /// <summary>Creates two connected ends.</summary>
    public static (TrialLink Here, TrialLink There) Pair()
    {
        var (here, there) = (new TrialLink(), new TrialLink());
        (here._other, there._other) = (there, here);
        return (here, there);
    }

    /// <summary>Reports writability and arrived data to the owner, as far as the owner watches them.</summary>
    public void TellOwner()
    {
        if (!IsClosed && (_interest & Interest.Write) != 0)
        {
            Owner?.OnWritable();
        }

        if (!IsClosed && _arrived.Count > 0 && (_interest & Interest.Read) != 0)
        {
            Owner?.OnReadable();
        }
    }

    /// <inheritdoc/>
    public override int Receive(Span<byte> into, out SocketError error, bool peeks = false)
    {
        if (peeks)
        {
            throw new NotSupportedException("A trial does not peek.");
        }

        var count = Math.Min(into.Length, _arrived.Count);
        error = count == 0 ? SocketError.WouldBlock : SocketError.Success;
        _arrived.Span[..count].CopyTo(into);
        _arrived.Skip(count);
        return count == 0 ? -1 : count;
    }

    /// <inheritdoc/>
    public override int Send(ReadOnlySpan<byte> data, out SocketError error)
    {
        error = SocketError.Success;
        _other._arrived.Add(data);
        return data.Length;
    }

    /// <inheritdoc/>
    public override void Watch(Interest interest) => _interest = interest;

    /// <inheritdoc/>
    public override void Configure(in LinkOptions options)
    {
    }

    /// <inheritdoc/>
    public override void ShutdownSend()
    {
    }

    /// <inheritdoc/>
    public override void Abort() => Close();

    /// <inheritdoc/>
    public override void Close()
    {
        IsClosed = true;
        _arrived.Clear();
    }

    protected override EndPoint? ReadRemoteEndPoint() => null;

    protected override EndPoint? ReadLocalEndPoint() => null;
}
