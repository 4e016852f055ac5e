using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// The raw other side of a connection, for a test: what it sends and receives goes through the faults of the network, but no call blocks,
/// throws or is cut short by them. From any thread.
/// </summary>
public sealed class MemoryPeer : IDisposable
{
    private readonly MemoryNetwork _network;
    private readonly MemoryEnd _end;

    internal MemoryPeer(MemoryNetwork network, MemoryEnd end) => (_network, _end) = (network, end);

    /// <summary>The own address; null for a Unix socket that connected.</summary>
    public EndPoint? LocalEndPoint => _end.Local;

    /// <summary>The address of the other side.</summary>
    public EndPoint? RemoteEndPoint => _end.Remote;

    /// <summary>How many bytes have arrived and were not received.</summary>
    public int Available
    {
        get
        {
            lock (_network.Gate)
            {
                _network.DeliverDue();
                return _end.Available;
            }
        }
    }

    /// <summary>The other side has ended its stream, and all of it was received.</summary>
    public bool IsEnded
    {
        get
        {
            lock (_network.Gate)
            {
                _network.DeliverDue();
                return _end.IsEnded;
            }
        }
    }

    /// <summary>What broke the connection: <see cref="SocketError.ConnectionReset"/>, or Success as long as nothing did.</summary>
    public SocketError Error
    {
        get
        {
            lock (_network.Gate)
            {
                _network.DeliverDue();
                return _end.Error;
            }
        }
    }

    /// <summary>Sends as much as there is room for, and tells how much that was; 0 too when the connection is gone.</summary>
    public int Send(ReadOnlySpan<byte> data)
    {
        lock (_network.Gate)
        {
            _network.DeliverDue();
            return _end.Send(data, out _);
        }
    }

    /// <summary>Receives what has arrived, as far as the span goes, and tells how much that was; 0 too at the end and after a break.</summary>
    public int Receive(Span<byte> into)
    {
        lock (_network.Gate)
        {
            _network.DeliverDue();
            return into.IsEmpty ? 0 : Math.Max(0, _end.Receive(into, out _));
        }
    }

    /// <summary>Receives all that has arrived.</summary>
    public byte[] Receive()
    {
        lock (_network.Gate)
        {
            var data = new byte[Available];
            _ = Receive(data);
            return data;
        }
    }

    /// <summary>Waits until something has arrived: bytes, the end of the stream or a reset.</summary>
    /// <param name="atMost">How long, in the system's time: the loop of the other side runs in another thread.</param>
    /// <returns>Whether it has.</returns>
    public bool Wait(TimeSpan atMost)
    {
        lock (_network.Gate)
        {
            _network.SleepUntil(() => _end.IsReadable, (int)Math.Min(atMost.TotalMilliseconds, int.MaxValue - 1));
            return _end.IsReadable;
        }
    }

    /// <summary>Ends the own stream; receiving goes on.</summary>
    public void End()
    {
        lock (_network.Gate)
        {
            _end.EndSending();
        }
    }

    /// <summary>Throws the connection away: the other side is reset.</summary>
    public void Reset()
    {
        lock (_network.Gate)
        {
            _end.Close(abortive: true);
        }
    }

    /// <summary>Closes as a socket does: the end of the stream, or a reset when something was not received.</summary>
    public void Dispose()
    {
        lock (_network.Gate)
        {
            _end.Close(abortive: false);
        }
    }
}
