namespace FsmKit.Net;

/// <summary>Treatment of connections beyond <see cref="GServerSock.MaxConnections"/>.</summary>
public enum FullPolicy : byte
{
    /// <summary>
    /// Leaves the connection in the backlog until another one ends. If the backlog is full too, the client's system repeats its SYN.
    /// </summary>
    Wait,

    /// <summary>Accepts and resets the connection at once, so that a client can try another server without waiting.</summary>
    Refuse,
}
