namespace FsmKit.Net;

/// <summary>A handler deals with a connection: what a stall is blamed on meanwhile.</summary>
internal sealed class Emission(Delegate handler, SocketConnection connection) : IHandOver
{
    public object? To => handler;

    public string With => connection.ToString();
}
