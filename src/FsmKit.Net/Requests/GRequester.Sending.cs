using System.Buffers;

namespace FsmKit.Net;

/// <content>Taking requests and sending them.</content>
public sealed partial class GRequester
{
    private const int LargestKeptBuffer = 64 * 1024;
    private readonly NodeList<Request> _waiting = new();
    private readonly NodeList<Request> _sent = new();
    private readonly Dictionary<ulong, Request> _byId = [];
    private readonly Stack<Request> _unused = new();
    private ArrayBufferWriter<byte> _body = new();
    private ArrayBufferWriter<byte> _wire = new();
    private ulong _lastId;

    private bool HasRoom() => _waiting.Count + _sent.Count < MaxOutstanding;

    /// <summary>Whether the first waiting request cannot be sent now, or no other could be.</summary>
    private bool IsBusy() => _sent.Count >= MaxInFlight || !Connex.IsConnected || (_waiting.First is { } next && !Connex.Takes(next.Wire.Count));

    private bool IsFree() => !IsBusy();

    private bool HasRoom(in EvRequest e) => HasRoom();

    private bool HasRoom(in EvCall e) => HasRoom();

    private void AcAdd(GObj? source, in EvRequest e)
    {
        var asker = source is IAccept<EvResponse> && source is IAccept<EvRequestFailed> && source.Gaplic == Gaplic ? source : throw new GObjException(
            $"{source?.ToString() ?? "Code outside the tree"} sends EvRequest to {this} and cannot get the answer. A gobj of the same loop with [Input<EvResponse>, Input<EvRequestFailed>] can; other code uses CallAsync.");
        Add(Make(e.Data), asker, e.Tag, null, e.Timeout);
    }

    private void AcAddAndSend(GObj? source, in EvRequest e)
    {
        AcAdd(source, in e);
        AcSendWaiting();
    }

    private void Add(Request request, GObj? asker, long tag, Call? call, TimeSpan timeout)
    {
        request.Begin(asker, tag, call, timeout > TimeSpan.Zero ? timeout : Timeout);
        _waiting.Add(request);
        Connex.Want(true);
    }

    /// <summary>Makes a request with its bytes on the wire. An exception of the framing reaches the sender.</summary>
    private Request Make(ReadOnlySpan<byte> data)
    {
        var id = Ids is null ? 0 : NextId(Ids.Largest);
        _wire.ResetWrittenCount();
        if (Ids is { } ids)
        {
            _body.ResetWrittenCount();
            ids.Write(_body, id, data);
            data = _body.WrittenSpan;
        }

        Framing.Write(_wire, data);
        var request = _unused.TryPop(out var used) ? used : new Request(this);
        request.Wire.Add(_wire.WrittenSpan);
        request.Id = id;
        if (Ids is not null)
        {
            _byId.Add(id, request);
        }

        if (_wire.Capacity > LargestKeptBuffer)
        {
            (_wire, _body) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        }

        return request;
    }

    private ulong NextId(ulong largest)
    {
        do
        {
            _lastId = _lastId >= largest ? 1 : _lastId + 1;
        }
        while (_byId.ContainsKey(_lastId));

        return _lastId;
    }

    private void AcSendWaiting()
    {
        while (_waiting.First is { } request && !IsBusy())
        {
            _waiting.Remove(request);
            _sent.Add(request);
            request.ResponsesBefore = Responses;
            Send(Connex, new EvSendData(request.Wire.Span));
            if (WhenLost == LostRequests.Fail)
            {
                request.Wire.Clear();
            }
        }
    }
}
