using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using FsmKit.Net;

namespace FsmKit.Simulations.LostBytes;

/// <summary>Carries what it receives into a pipe, in pieces, and stops reading while the reader of the pipe is behind: an HTTP channel reduced to its streamed body.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class UploadPump : GObj
{
    private const int Piece = 700;
    private List<byte> _input = [];
    private GSock? _gsock;
    private bool _isHeldBack;
    private bool _isReading;
    private bool _readsOn;

    /// <summary>
    /// Whether a reader that catches up at once makes it read inside of itself, on the bytes that it is at: as a channel did until the fault "bytes of a streamed request were lost"
    /// was mended.
    /// </summary>
    public bool IsFaulty { get; set; }

    /// <summary>Into which it writes.</summary>
    internal PipeWriter Writer { get; set; } = null!;

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin)), On<EvRxData>(nameof(AcReceive)), On<EvDisconnected>(nameof(AcEnd))]
        Reading,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Create<GServerSock>("server", static server => (server.Host, server.Port) = ("127.0.0.1", 7007));

    private void AcBegin(in EvConnected e) => _gsock = e.Gsock;

    private void AcReceive(in EvRxData e)
    {
        if (!IsFaulty)
        {
            Read(e.Data);
        }
        else if (_input.Count == 0)
        {
            var used = Pump(e.Data);
            _input.AddRange(e.Data[used..]);
            Rest();
        }
        else
        {
            _input.AddRange(e.Data);
            GoOn();
        }
    }

    private void AcEnd() => Writer.Complete();

    /// <summary>The faulty way: during the reading the bytes are still in the field, where a call that comes back finds them.</summary>
    private void GoOn()
    {
        var used = Pump(CollectionsMarshal.AsSpan(_input));
        _input.RemoveRange(0, Math.Min(used, _input.Count));
        Rest();
    }

    /// <summary>The good way: a pump owns its bytes, and a call that comes back leaves the rest to the pump.</summary>
    private void Read(ReadOnlySpan<byte> fresh)
    {
        if (_isReading)
        {
            _input.AddRange(fresh);
            _readsOn = true;
            return;
        }

        _isReading = true;
        var waiting = _input;
        waiting.AddRange(fresh);
        do
        {
            (_input, _readsOn) = ([], false);
            waiting.RemoveRange(0, Pump(CollectionsMarshal.AsSpan(waiting)));
            waiting.AddRange(_input);
            _input = waiting;
        }
        while (_readsOn);
        _isReading = false;
        Rest();
    }

    private int Pump(ReadOnlySpan<byte> data)
    {
        var used = 0;
        while (!_isHeldBack && used < data.Length)
        {
            var piece = data.Slice(used, Math.Min(Piece, data.Length - used));
            used += piece.Length;
            Put(piece);
        }

        return used;
    }

    private void Put(ReadOnlySpan<byte> piece)
    {
        Writer.Write(piece);
        var flush = Writer.FlushAsync();
        if (!flush.IsCompleted)
        {
            _isHeldBack = true;
            _ = CatchUp(flush);
        }
    }

    private async Task CatchUp(ValueTask<FlushResult> flush)
    {
        await flush;
        _isHeldBack = false;
        if (IsFaulty)
        {
            GoOn();
        }
        else
        {
            Read(default);
        }
    }

    private void Rest()
    {
        if (_gsock is { IsDisconnected: false } gsock && gsock.IsReceivePaused != _input.Count > 0)
        {
            if (_input.Count > 0)
            {
                Send(gsock, new EvPauseReceiving());
            }
            else
            {
                Send(gsock, new EvResumeReceiving());
            }
        }
    }
}
