namespace FsmKit.Net;

/// <summary>What becomes of a connection when there are <see cref="GServerSock.MaxConnections"/>.</summary>
public enum FullPolicy : byte
{
    /// <summary>It waits in the backlog until another one ends; when the backlog is full too, its client tries again by itself.</summary>
    Wait,

    /// <summary>It is closed at once: a client that could go elsewhere is not kept waiting.</summary>
    Refuse,
}
