using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore;

/// <summary>A connection as Kestrel sees it.</summary>
internal sealed partial class TransportConnection : ConnectionContext
{
    private static long _last;
    private readonly GTransportConnection _gobj;

    // Not disposed: the end of the client may come after Kestrel has left.
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isClosed;

    public TransportConnection(GTransportConnection gobj, IDuplexPipe transport)
    {
        _gobj = gobj;
        ConnectionId = string.Create(null, $"{Interlocked.Increment(ref _last):X12}");
        Transport = transport;
        LocalEndPoint = gobj.Gsock.Sockname;
        RemoteEndPoint = gobj.Gsock.ProxyPeername ?? gobj.Gsock.Peername;
        ConnectionClosed = _closed.Token;
    }

    public override string ConnectionId { get; set; }

    public override IFeatureCollection Features => this;

    public override IDictionary<object, object?> Items
    {
        get => field ??= new ConnectionItems();
        set;
    }

    public override IDuplexPipe Transport { get; set; }

    public override CancellationToken ConnectionClosed { get; set; }

    public override EndPoint? LocalEndPoint { get; set; }

    public override EndPoint? RemoteEndPoint { get; set; }

    public override void Abort(ConnectionAbortedException abortReason) => _gobj.AbortLater();

    /// <summary>Ends the pipes of Kestrel and waits until the output is handed to the operating system.</summary>
    public override async ValueTask DisposeAsync()
    {
        await Transport.Input.CompleteAsync().ConfigureAwait(false);
        await Transport.Output.CompleteAsync().ConfigureAwait(false);
        await _ended.Task.ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Tells once, on the thread pool, that the client has ended its stream or is gone.</summary>
    public void TellClosed()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _ = _closed.CancelAsync();
        }
    }

    public void TellEnded() => _ended.TrySetResult();
}
