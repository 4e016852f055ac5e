namespace FsmKit.Net;

/// <summary>Queue of messages that wait for a connection. Each message is a copy, because the sender owns the memory of a sent span.</summary>
internal sealed class MessageQueue
{
    private readonly Queue<byte[]> _messages = new();

    public int Count => _messages.Count;

    public long Bytes { get; private set; }

    public ReadOnlySpan<byte> First => _messages.Peek();

    public void Add(ReadOnlySpan<byte> data)
    {
        _messages.Enqueue(data.ToArray());
        Bytes += data.Length;
    }

    public void RemoveFirst() => Bytes -= _messages.Dequeue().Length;
}
