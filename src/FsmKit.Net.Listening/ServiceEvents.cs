namespace FsmKit.Net.Listening;

/// <summary>The service was started.</summary>
internal readonly record struct EvServiceStarted(SocketService Service);

/// <summary>The service was stopped.</summary>
internal readonly record struct EvServiceStopped(SocketService Service);

/// <summary>A connection was accepted and waits for the handlers.</summary>
internal readonly record struct EvIncoming(SocketService Service);

/// <summary>The handlers have returned from a connection.</summary>
internal readonly record struct EvEmitted(SocketService Service);

/// <summary>Accepting failed.</summary>
internal readonly record struct EvAcceptFailed(SocketService Service, Exception Failure);

/// <summary>A thread is free for a connection again.</summary>
internal readonly record struct EvRelieved(SocketService Service);

/// <summary>The service was closed.</summary>
internal readonly record struct EvServiceClosed;
