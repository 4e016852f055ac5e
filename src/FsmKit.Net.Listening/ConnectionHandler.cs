namespace FsmKit.Net.Listening;

/// <summary>Handles a new connection of a <see cref="SocketService"/>.</summary>
/// <param name="connection">
/// The connection. The service closes it after the last handler, unless a handler has called <see cref="SocketConnection.Keep"/>.
/// </param>
/// <param name="source">The tag with which the listening socket was added; null for none.</param>
/// <returns>True if the connection is handled: later handlers are not called.</returns>
public delegate bool ConnectionHandler(SocketConnection connection, object? source);
