using System.Buffers;
using System.Text;

namespace FsmKit.Net.Tests;

/// <summary>A requester on a network in memory, and the test as its peer. Requests and responses are lines unless the test says otherwise.</summary>
internal sealed class RequestNet : IDisposable
{
    private const int Port = 80;

    public RequestNet(Action<GRequester>? configure = null, bool listens = true, int pipeCapacity = 64 * 1024)
    {
        Net = new MemoryNet(pipeCapacity: pipeCapacity);
        if (listens)
        {
            Listen();
        }

        Asker = Net.App.Create<Asker>("asker");
        Asker.Requester = Requester = Asker.Create<GRequester>("requester", requester =>
        {
            (requester.Destinations, requester.Framing) = ([new HostPort("127.0.0.1", Port)], Framing.Lines());
            requester.ConfigureConnex = static connex => connex.Jitter = BackoffJitter.None;
            configure?.Invoke(requester);
        });
        Net.Pass(1);
    }

    public MemoryNet Net { get; }

    public Asker Asker { get; }

    public GRequester Requester { get; }

    public MemoryListener? Listener { get; private set; }

    public void Listen() => Listener = Net.Network.Listen(MemoryNet.Loopback(Port));

    public MemoryPeer Accept()
    {
        Net.Until(() => Requester.Connex.IsConnected);
        return Listener!.Accept()!;
    }

    public Outcome Ask(string text, long tag, int milliseconds = 0)
    {
        Asker.Send(new EvAsk(text, tag, milliseconds));
        Net.Settle();
        return Asker.Last;
    }

    public void Answer(MemoryPeer peer, string text)
    {
        peer.Send(Encoding.Latin1.GetBytes(text));
        Net.Settle();
    }

    public string Read(MemoryPeer peer)
    {
        Net.Settle();
        return Encoding.Latin1.GetString(peer.Receive());
    }

    public void Dispose()
    {
        Listener?.Dispose();
        Net.Dispose();
    }
}

/// <summary>Ids 1 to 3 as a digit in front, so that they are soon used again.</summary>
internal sealed class DigitIds : RequestIds
{
    public override ulong Largest => 3;

    public override void Write(IBufferWriter<byte> output, ulong id, ReadOnlySpan<byte> request)
    {
        output.Write([(byte)('0' + id)]);
        output.Write(request);
    }

    public override bool TryRead(ReadOnlySpan<byte> frame, out ulong id, out ReadOnlySpan<byte> response)
    {
        id = frame.Length > 0 && char.IsAsciiDigit((char)frame[0]) ? (ulong)(frame[0] - '0') : 0;
        response = id > 0 ? frame[1..] : default;
        return id > 0;
    }
}
