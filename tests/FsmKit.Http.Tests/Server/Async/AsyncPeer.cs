using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A client that the test plays byte by byte.</summary>
internal sealed class AsyncPeer(AsyncRig rig, MemoryPeer peer)
{
    private readonly List<byte> _received = [];

    public byte[] Bytes
    {
        get
        {
            _received.AddRange(peer.Receive());
            return [.. _received];
        }
    }

    public int Count
    {
        get
        {
            _received.AddRange(peer.Receive());
            return _received.Count;
        }
    }

    public bool EndsWith(ReadOnlySpan<byte> end) => Count >= end.Length && CollectionsMarshal.AsSpan(_received).EndsWith(end);

    public string Text => Encoding.Latin1.GetString(Bytes);

    /// <summary>Body of the response, with the framing of chunks.</summary>
    public string Body => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public bool IsOver => Count >= 0 && (peer.IsEnded || IsReset);

    public bool IsReset => peer.Error != SocketError.Success;

    /// <summary>Number of bytes that the server has sent and the client has not read.</summary>
    public int Unread => peer.Available;

    public void Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    public void Send(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var sent = peer.Send(data);
            data = data[sent..];
            rig.Settle();
            Assert.True(sent > 0 || peer.Error == SocketError.Success, "The connection is gone.");
        }
    }

    /// <summary>Sends as much as the server takes, and returns the number of bytes.</summary>
    public int Press(ReadOnlySpan<byte> data)
    {
        var all = 0;
        for (var sent = 1; sent > 0 && all < data.Length; all += sent)
        {
            sent = peer.Send(data[all..]);
            rig.Settle();
        }

        return all;
    }

    public void End()
    {
        peer.End();
        rig.Settle();
    }

    public void Reset()
    {
        peer.Reset();
        rig.Settle();
    }
}
