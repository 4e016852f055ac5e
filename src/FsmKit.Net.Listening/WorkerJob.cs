namespace FsmKit.Net.Listening;

/// <summary>A connection that a worker thread deals with. It keeps the service alive until that is done.</summary>
internal sealed class WorkerJob(ThreadedSocketService service, SocketConnection connection, object? source)
{
    /// <summary>Runs the handlers; their exceptions are logged.</summary>
    public void Run() => service.Work(connection, source);

    /// <summary>It will not be run: the service is closed, and there was never a thread for it.</summary>
    public void Drop() => connection.Release();

    /// <summary>Tells the service that a thread is free again after all were busy.</summary>
    public void Relieve() => service.Tell(new EvRelieved(service));
}
