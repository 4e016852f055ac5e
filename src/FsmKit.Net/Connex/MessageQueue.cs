namespace FsmKit.Net;

/// <summary>Messages that wait for a connection, in order. Each is a copy: what is sent is only lent.</summary>
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
