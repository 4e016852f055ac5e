using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace FsmKit.AspNetCore;

/// <summary>A connection as Kestrel sees it.</summary>
internal sealed class TransportConnection : DefaultConnectionContext
{
    private static long _last;
    private readonly GTransportConnection _gobj;

    // Not disposed: the end of the client may come after Kestrel has left.
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isClosed;

    public TransportConnection(GTransportConnection gobj, IDuplexPipe transport)
        : base(string.Create(null, $"{Interlocked.Increment(ref _last):X12}"), transport, transport)
    {
        _gobj = gobj;
        LocalEndPoint = gobj.Gsock.Sockname;
        RemoteEndPoint = gobj.Gsock.ProxyPeername ?? gobj.Gsock.Peername;
        ConnectionClosed = _closed.Token;
    }

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
