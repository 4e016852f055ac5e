using System.Globalization;
using System.Text;
using FsmKit.Net;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.Expecting;

/// <summary>Announces a body, and sends it when the server asks for it, or after some time, or at once; then asks for one more page.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvSendMore>, Input<EvLosePatience>]
public sealed partial class Expecter : GObj
{
    private readonly AnswerReader _reader = new(static _ => false);
    private GSock _gsock = null!;
    private byte[] _bytes = [];
    private string _path = "";
    private int _head;
    private int _size;
    private int _sent;
    private bool _sendsBody;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of its requests.</summary>
    public int Id { get; set; }

    /// <summary>Whether the server reads each body before its handler is called.</summary>
    public bool IsReadAlways { get; set; }

    /// <summary>Whether all answers have come that can come.</summary>
    public bool IsAnswered => _path == LateReader.Aborted ? _reader is { Begun: null, Complete: [] } : _reader.Begun is null && (_reader.Complete.Count == 2 || (_reader.Complete is [{ Closes: true }]));

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcAsk), Next = Talking)]
        [Refuse<EvRxData>, Refuse<EvSendMore>, Refuse<EvDisconnected>, Refuse<EvLosePatience>]
        Connecting,

        [Hot, On<EvSendMore>(nameof(AcSendMore)), On<EvRxData>(nameof(AcRead)), On<EvLosePatience>(nameof(AcLosePatience)), On<EvDisconnected>(Next = Over)]
        [Refuse<EvConnected>]
        Talking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvSendMore>, Ignore<EvLosePatience>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        (_path, _size) = (World.Choose(LateReader.Paths), World.Choose(1, 300, 9_000));
        var head = string.Create(CultureInfo.InvariantCulture, $"POST {_path}?{Id}&{_size} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: {_size}\r\n\r\n");
        (_bytes, _head) = ([.. Encoding.ASCII.GetBytes(head), .. Pattern.Body(Id, _size)], head.Length);
        _gsock = Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 8080));
        Send(_gsock, new EvConnect());
    }

    private void AcAsk()
    {
        switch (World.Choose(3))
        {
            case 0:
                break; // Waits for the server as long as it takes.
            case 1:
                StartTimer(TimeSpan.FromMilliseconds(World.Choose(50, 500)), new EvLosePatience());
                break;
            default:
                _sendsBody = true;
                break;
        }

        AcSendMore();
    }

    private void AcLosePatience()
    {
        if (_reader.Complete.Count == 0)
        {
            _sendsBody = true;
            AcSendMore();
        }
    }

    private void AcSendMore()
    {
        var most = (_sendsBody ? _bytes.Length : _head) - _sent;
        if (most > 0 && _gsock.IsConnected)
        {
            var count = Math.Min(World.Choose(30, 1_000, 1_000_000), most);
            Send(_gsock, new EvSendData(_bytes.AsSpan(_sent, count)));
            _sent += count;
            if (count < most)
            {
                StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 20)), new EvSendMore());
            }
        }
    }

    private void AcRead(in EvRxData e)
    {
        var before = _reader.Complete.Count;
        _reader.Feed(e.Data);
        World.Check(_reader.Interim <= 1, "A client was asked twice for its body.");
        World.Check(_reader.Interim == 0 || IsReadAlways || _path is not (LateReader.Unread or "/throw"), "A client was asked for a body that is not read.");
        foreach (var answer in _reader.Complete.Skip(before))
        {
            Compare(answer);
        }

        if (before == 0 && _reader.Complete.Count == 1)
        {
            AcGoOn(_reader.Complete[0]);
        }
        else if (_reader.Complete.Count == 2)
        {
            Send(_gsock, new EvClose());
        }
        else if (!_sendsBody && (_reader.Interim > 0 || _reader.Begun is not null))
        {
            _sendsBody = true;
            AcSendMore();
        }
    }

    private void Compare(Http.Answer answer)
    {
        var (isFirst, status) = (answer == _reader.Complete[0], _path == "/throw" ? 500 : 200);
        World.Check(answer.Status == (isFirst ? status : 200) && (answer.Id == Id || answer.Status == 500), $"Client {Id} is answered {answer.Status}, for request {answer.Id}.");
        World.Check(answer.Status == 500 || answer.Body.SequenceEqual(Pattern.Body(Id, isFirst ? _size : 5)), $"Client {Id} is answered with another body.");
    }

    /// <summary>Asks for one more page behind the body, unless the connection ends.</summary>
    private void AcGoOn(Http.Answer first)
    {
        // RFC 9110 §10.1.1: without a byte of the body, the server cannot know whether one follows.
        World.Check(_sent > _head || first.Closes, "A server that has not asked for the body goes on with the connection.");
        if (first.Closes)
        {
            Send(_gsock, new EvClose());
            return;
        }

        (_bytes, _sendsBody) = ([.. _bytes, .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET {LateReader.Unread}?{Id}&5 HTTP/1.1\r\nHost: x\r\n\r\n"))], true);
        AcSendMore();
    }
}

/// <summary>The client sends its body without having been asked for it.</summary>
public readonly record struct EvLosePatience;
