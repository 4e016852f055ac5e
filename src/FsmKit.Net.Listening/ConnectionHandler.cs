namespace FsmKit.Net.Listening;

/// <summary>Deals with a new connection of a <see cref="SocketService"/>.</summary>
/// <param name="connection">
/// The connection. It is closed when the handlers have returned, unless one calls <see cref="SocketConnection.Keep"/>.
/// </param>
/// <param name="source">The tag that its listening socket was added with.</param>
/// <returns>True when it is dealt with: the handlers after this one are not asked.</returns>
public delegate bool ConnectionHandler(SocketConnection connection, object? source);
