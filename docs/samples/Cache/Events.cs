namespace CacheSample;

/// <summary>A client has sent a whole command.</summary>
/// <param name="Words">Name of the command and its arguments, at least one.</param>
public readonly record struct EvCommand(IReadOnlyList<byte[]> Words);

/// <summary>A client has sent bytes that are no command.</summary>
/// <param name="Reason">Reason, as sent to the client.</param>
public readonly record struct EvBadProtocol(string Reason);
