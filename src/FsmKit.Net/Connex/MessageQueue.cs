namespace FsmKit.Net;

/// <summary>Queue of messages that wait for a connection. Each message is a copy, because the sender owns the memory of a sent span.</summary>
internal sealed class MessageQueue
{
    private readonly Queue<(byte[] Data, long Until)> _messages = new();

    public int Count => _messages.Count;

    public long Bytes { get; private set; }

    public ReadOnlySpan<byte> First => _messages.Peek().Data;

    /// <summary>Time of the loop at which the first message is too old.</summary>
    public long FirstUntil => _messages.Peek().Until;

    public void Add(ReadOnlySpan<byte> data, long until)
    {
        _messages.Enqueue((data.ToArray(), until));
        Bytes += data.Length;
    }

    public void RemoveFirst() => Bytes -= _messages.Dequeue().Data.Length;
}
