using System.Buffers.Binary;
using FsmKit.Net;

namespace FsmKit.Simulations.Reconnecting;

/// <summary>Reads messages: a length of two bytes, a number of two, and as many bytes as the length says, each the lower byte of the number.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class FrameServer : GObj
{
    private readonly Dictionary<GSock, (List<byte> Begun, int Last)> _open = [];

    /// <summary>The world that gets the faults.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether it never drops a connection.</summary>
    public bool IsCalm { get; set; }

    /// <summary>Ledger of received messages.</summary>
    internal Ledger Ledger { get; set; } = null!;

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin)), On<EvRxData>(nameof(AcRead)), On<EvDisconnected>(nameof(AcEnd))]
        Serving,
    }

    /// <summary>Makes a message.</summary>
    public static byte[] Frame(int id, int length)
    {
        var frame = new byte[length + 4];
        frame.AsSpan().Fill((byte)id);
        BinaryPrimitives.WriteUInt16LittleEndian(frame, (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(frame.AsSpan(2), (ushort)id);
        return frame;
    }

    /// <inheritdoc/>
    protected override void StartUp() => Create<GServerSock>("server", static server => (server.Host, server.Port) = ("127.0.0.1", 7007));

    private void AcBegin(in EvConnected e) => _open.Add(e.Gsock, ([], -1));

    private void AcRead(in EvRxData e)
    {
        var (begun, last) = _open[e.Gsock];
        begun.AddRange(e.Data);
        while (begun.Count >= 4 && begun.Count >= begun[0] + (begun[1] << 8) + 4)
        {
            var (length, id) = (begun[0] + (begun[1] << 8), begun[2] + (begun[3] << 8));
            World.Check(id > last, $"Message {id} came behind message {last}.");
            World.Check(begun.Skip(4).Take(length).All(one => one == (byte)id), $"Message {id} has bytes of another one.");
            begun.RemoveRange(0, length + 4);
            Ledger.Received(id);
            last = id;
            if (!IsCalm && World.Choose(8) == 7)
            {
                Send(e.Gsock, World.Choose() ? new EvDrop(World.Choose()) : new EvDrop());
                break;
            }
        }

        _open[e.Gsock] = (begun, last);
    }

    private void AcEnd(in EvDisconnected e) => World.Check(_open.Remove(e.Gsock), "An end was told without a connection.");
}
