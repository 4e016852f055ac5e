using System.Globalization;
using System.Text;
using FsmKit.Net;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.Switching;

/// <summary>Asks for another protocol, sends bytes in it, and compares those that come back.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvSendMore>]
public sealed partial class Switcher : GObj
{
    /// <summary>Length of the body of an answer in HTTP.</summary>
    public const int Declined = 5;

    /// <summary>Marks a client that sends nothing more before the answer.</summary>
    public const string Waits = "waits";

    /// <summary>Marks a request in HTTP behind the one for another protocol.</summary>
    public const string Second = "second";

    private readonly List<byte> _head = [];
    private GSock _gsock = null!;
    private byte[] _bytes = [];
    private int _most;
    private int _sent;
    private int _headLength;
    private bool _isEnded;
    private int _status;
    private int _came;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of the client, which its bytes depend on.</summary>
    public int Id { get; set; }

    /// <summary>Whether all has come that had to come.</summary>
    internal bool IsServed(Switch handler) =>
        handler.Kept.Contains(Id) ? _status == 101 && _came == _sent - _headLength : !handler.Declined.Contains(Id) || (_status == 200 && _came == Declined);

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcSendMore), Next = Talking)]
        [Refuse<EvRxData>, Refuse<EvSendMore>, Refuse<EvDisconnected>]
        Connecting,

        [Hot, On<EvSendMore>(nameof(AcSendMore)), On<EvRxData>(nameof(AcRead)), On<EvDisconnected>(Next = Over)]
        [Refuse<EvConnected>]
        Talking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvSendMore>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        var isEarly = World.Choose();
        var head = string.Create(CultureInfo.InvariantCulture, $"GET /?{Id}&{(isEarly ? "early" : Waits)} HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: echo\r\n\r\n");
        var bytes = isEarly && World.Choose(4) == 3 ? Encoding.ASCII.GetBytes($"GET /?{Id}&{Second} HTTP/1.1\r\nHost: x\r\n\r\n") : Pattern.Body(Id, World.Choose(0, 1, 500, 20_000));
        _bytes = [.. Encoding.ASCII.GetBytes(head), .. bytes];
        _headLength = head.Length;
        _most = isEarly ? _bytes.Length : _headLength;
        _gsock = Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 8080));
        Send(_gsock, new EvConnect());
    }

    /// <summary>Sends the next bytes; those of the other protocol also before the answer, as an impatient client does.</summary>
    private void AcSendMore()
    {
        if (!_gsock.IsConnected || _isEnded)
        {
            return;
        }

        if (_sent < _most)
        {
            var count = Math.Min(World.Choose(30, 1_000, 1_000_000), _most - _sent);
            Send(_gsock, new EvSendData(_bytes.AsSpan(_sent, count)));
            _sent += count;
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(0, 1, 50)), new EvSendMore());
        }
        else if (_most == _bytes.Length || _status != 0 || World.Choose(4) == 3)
        {
            _isEnded = true; // Perhaps without waiting for the answer.
            Send(_gsock, new EvHalfClose());
        }
    }

    private void AcRead(in EvRxData e)
    {
        foreach (var one in e.Data)
        {
            if (_status == 0)
            {
                ReadHead(one);
            }
            else
            {
                World.Check(_status == 500 || one == (_status == 101 ? _bytes[_headLength + _came] : Pattern.ByteAt(Id, _came)), $"Client {Id} got another byte at {_came}.");
                _came++;
                NoteBehindFault(one);
            }
        }
    }

    /// <summary>Fails the schedule when the connection switches behind an answer that has declined to.</summary>
    private void NoteBehindFault(byte one)
    {
        if (_status == 500)
        {
            _head.Add(one);
            World.Check(!_head.TakeLast(4).SequenceEqual(" 101"u8.ToArray()), $"The connection of client {Id} switches, after a fault was answered.");
        }
    }

    private void ReadHead(byte one)
    {
        _head.Add(one);
        if (_head.Count >= 4 && _head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            _status = int.Parse(Encoding.ASCII.GetString([.. _head[9..12]]), CultureInfo.InvariantCulture);
            _most = _status == 101 ? _bytes.Length : _most;
            AcSendMore();
        }
    }
}
