using System.Runtime.CompilerServices;
using FsmKit.Net;

namespace FsmKit.Http;

/// <content>The events that reading, the application's calls, and the server feed the machine with.</content>
public sealed partial class GHttpCliSrv
{
    /// <summary>Counts the channel for metrics; null while nothing reads them.</summary>
    private StrongBox<ChannelMeasure>? _measure;

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _context = Server.Context;
        Server.Enlist(this);
        _since = Gaplic.Clock.Recent;
        OwnedEventFilter = Server.NoteOutcome;
        Gsock.Subscribe<EvRxData>(this);
        Gsock.Subscribe<EvInputEnded>(this);
        Gsock.Subscribe<EvDisconnected>(this, SubscriptionOptions.Hard);
        if (HttpMeter.ChannelOpened(Gaplic.Time) is { Time: not null } measure)
        {
            _measure = new StrongBox<ChannelMeasure>(measure);
        }

        Announce(new EvHttpChannelOpened(this));
    }

    private void EndMeasure(ChannelEndReason reason)
    {
        if (_measure is { } measure)
        {
            _measure = null;
            HttpMeter.ChannelClosed(in measure.Value, reason);
        }
    }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        _input.Clear();
        _reason ??= ChannelEndReason.Destroyed;
        try
        {
            Abandon();
            EndMeasure(_reason.Value);
        }
        finally
        {
            Server.Forget(this, _reason.Value);
            if (!Gsock.IsDestroyed)
            {
                Gsock.Destroy();
            }
        }
    }

    /// <summary>Some of the body that the application writes.</summary>
    internal readonly ref struct EvResponseData(HttpResponse response, ReadOnlySpan<byte> data)
    {
        public HttpResponse Response { get; } = response;

        public ReadOnlySpan<byte> Data { get; } = data;
    }

    /// <summary>The client is to know what it will need, before it has the response.</summary>
    internal readonly record struct EvEarlyHints(HttpResponse Response, HttpResponseHeaders Links);

    /// <summary>The application breaks the connection, for the request of that number; a later one is not hit.</summary>
    internal readonly record struct EvAbort(int Request);

    /// <summary>The head of the response is to be sent before its body is complete.</summary>
    internal readonly record struct EvResponseStart(HttpResponse Response);

    /// <summary>What was written is to be sent.</summary>
    internal readonly record struct EvResponseFlush(Action? Callback);

    /// <summary>The response is complete.</summary>
    internal readonly record struct EvResponseEnd(HttpResponse Response);

    /// <summary>The application cannot answer: its handler threw, or no handler took the request.</summary>
    internal readonly record struct EvFailed(int Status, ChannelEndReason Reason, Exception? Exception = null);

    /// <summary>The application has begun to read the body: who waits for 100 Continue is told.</summary>
    internal readonly record struct EvWantBody(HttpExchange Exchange);

    /// <summary>A handler has come back.</summary>
    internal readonly record struct EvHandlerDone(HttpExchange Exchange, Task Task);

    /// <summary>The connection goes over to another protocol.</summary>
    internal readonly record struct EvUpgrade(HttpResponse Response, string Protocol);

    /// <summary>The server looks at its clock.</summary>
    internal readonly record struct EvTick(long Now);

    /// <summary>The server has more connections than it may.</summary>
    internal readonly record struct EvTurnAway;

    /// <summary>The server has been told to stop.</summary>
    internal readonly record struct EvServerStopping;

    /// <summary>A head is complete.</summary>
    private readonly record struct EvHead;

    /// <summary>A head has begun.</summary>
    private readonly record struct EvPartialHead;

    /// <summary>Some of the body.</summary>
    private readonly ref struct EvBody(ReadOnlySpan<byte> data)
    {
        public ReadOnlySpan<byte> Data { get; } = data;
    }

    /// <summary>A part of the body is in its file.</summary>
    private readonly record struct EvSpilled(Exception? Exception);

    /// <summary>The reader of the body has caught up.</summary>
    private readonly record struct EvBodyTaken;

    /// <summary>The request is complete.</summary>
    private readonly record struct EvRequestRead;

    /// <summary>What came is not acceptable.</summary>
    private readonly record struct EvBadRequest(HttpFault Fault);

    /// <summary>The client sends no more.</summary>
    private readonly record struct EvNoMore;

    /// <summary>The next request may be in the input already.</summary>
    private readonly record struct EvDequeueRequest;

    /// <summary>Nothing waits to be sent.</summary>
    private readonly record struct EvOutputSent;

    /// <summary>The response is written.</summary>
    private readonly record struct EvAnswered;
}
