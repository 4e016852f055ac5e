using System.Net.Sockets;

namespace FsmKit.Net.Tests;

/// <summary>An owner of a link that notes its events. It receives, unless the test replaces that reaction.</summary>
internal sealed class LinkRecorder : ILinkEvents
{
    private readonly byte[] _buffer = new byte[16 * 1024];

    public StreamLink Link { get; set; } = null!;

    public int Connected { get; private set; }

    public int Readable { get; private set; }

    public int Writable { get; private set; }

    public List<SocketError> Broken { get; } = [];

    public SocketError? ConnectFailed { get; private set; }

    public List<byte> Received { get; } = [];

    public bool Ended { get; private set; }

    public SocketError? Error { get; private set; }

    public Action? WhenConnected { get; set; }

    public Action? WhenReadable { get; set; }

    public Action? WhenWritable { get; set; }

    public void OnConnected()
    {
        Connected++;
        WhenConnected?.Invoke();
    }

    public void OnConnectFailed(SocketError error) => ConnectFailed = error;

    public void OnReadable()
    {
        Readable++;
        if (WhenReadable is null)
        {
            Receive();
        }
        else
        {
            WhenReadable();
        }
    }

    public void OnWritable()
    {
        Writable++;
        WhenWritable?.Invoke();
    }

    public void OnBroken(SocketError error) => Broken.Add(error);

    /// <summary>Receives once, as an owner does. At the end or on an error the recorder takes its interest back.</summary>
    public void Receive()
    {
        var count = Link.Receive(_buffer, out var error);
        if (count > 0)
        {
            Received.AddRange(_buffer.AsSpan(0, count));
            return;
        }

        if (error == SocketError.WouldBlock)
        {
            return;
        }

        Ended = count == 0;
        Error = count == 0 ? null : error;
        Link.Watch(Interest.None);
    }
}
