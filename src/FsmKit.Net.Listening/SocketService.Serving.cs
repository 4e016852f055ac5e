namespace FsmKit.Net.Listening;

/// <content>The <c>async</c> handler.</content>
public partial class SocketService
{
    private readonly CancellationTokenSource _end = new();

    /// <summary>
    /// Asynchronous handler of connections that no handler of <see cref="Incoming"/> has handled; called in place of
    /// <see cref="OnIncoming"/>. Starts on the loop's thread, and continues there after each <c>await</c>. The connection is closed after
    /// the end of the task, unless <see cref="SocketConnection.Keep"/> was called. An exception of the task is logged with the peer's
    /// address. The token is cancelled when the service is closed.
    /// </summary>
    /// <value>Default: null, no handler.</value>
    public Func<SocketConnection, CancellationToken, Task>? Handler { get; set; }

    private bool Serve(SocketConnection connection, object? source)
    {
        connection.Hold();
        using (_loop.SynchronizationContext.Enter())
        {
            _ = ServeAsync(Handler!, connection);
        }

        return true;
    }

    private async Task ServeAsync(Func<SocketConnection, CancellationToken, Task> handler, SocketConnection connection)
    {
        try
        {
            await handler(connection, _end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The close of the service has cancelled the handler.
        }
        catch (Exception x)
        {
            ListeningLog.HandlerFault(Log, this, connection, x);
        }
        finally
        {
            LetGo(connection);
        }
    }

    private void LetGo(SocketConnection connection)
    {
        if (connection.Release())
        {
            ListeningLog.NotKept(Log, this, connection);
        }
    }

    private void EndServing()
    {
        try
        {
            _end.Cancel();
        }
        catch (AggregateException x)
        {
            ListeningLog.EventFault(Log, this, "the token of " + nameof(Handler), x);
        }
    }
}
