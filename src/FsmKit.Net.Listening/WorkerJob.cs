namespace FsmKit.Net.Listening;

/// <summary>Connection for a worker thread. Keeps the service alive until the handlers have returned.</summary>
internal sealed class WorkerJob(ThreadedSocketService service, SocketConnection connection, object? source)
{
    /// <summary>Runs the handlers; their exceptions are logged.</summary>
    public void Run() => service.Work(connection, source);

    /// <summary>Releases the connection without running it, because the service is closed and no thread was available.</summary>
    public void Drop() => connection.Release();

    /// <summary>Tells the service that a thread is free again, after all were busy.</summary>
    public void Relieve() => service.TellGobj(new EvRelieved(service));
}
