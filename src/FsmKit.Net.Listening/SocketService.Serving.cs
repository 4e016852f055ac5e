namespace FsmKit.Net.Listening;

/// <content>The handler that is <c>async</c>.</content>
public partial class SocketService
{
    private readonly CancellationTokenSource _end = new();

    /// <summary>
    /// Deals with a connection that no handler of <see cref="Incoming"/> has dealt with; <see cref="OnIncoming"/> is not asked then. It begins
    /// on the loop's thread and goes on there after each <c>await</c>. The connection is open until the task has ended, and is closed then
    /// unless kept. What the task throws goes to the log, with the peer's address. The token is cancelled when the service is closed.
    /// </summary>
    /// <value>Null to begin with: there is none.</value>
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
            // As it was asked to.
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
