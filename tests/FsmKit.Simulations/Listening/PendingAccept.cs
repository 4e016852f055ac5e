using System.Net.Sockets;

namespace FsmKit.Simulations.Listening;

/// <summary>An accept that has not ended.</summary>
internal sealed class PendingAccept(int port)
{
    private readonly TaskCompletionSource<Socket> _end = new();

    /// <summary>The port that it waits at.</summary>
    public int Port => port;

    /// <summary>What its caller awaits.</summary>
    public Task<Socket> Task => _end.Task;

    /// <summary>Ends it with a connection.</summary>
    public void Complete(Socket socket) => Outside.Run(() => _end.SetResult(socket));

    /// <summary>Ends it without one.</summary>
    public void Fail(SocketError error) => Outside.Run(() => _end.SetException(new SocketException((int)error)));

    /// <summary>Ends it as its caller has asked for.</summary>
    public void Cancel(CancellationToken token) => Outside.Run(() => _end.SetCanceled(token));
}
