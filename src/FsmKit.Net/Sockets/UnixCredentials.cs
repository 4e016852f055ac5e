namespace FsmKit.Net;

/// <summary>The process at the other end of a Unix socket, as it was when it connected or began to listen (<c>SO_PEERCRED</c>, <c>unix(7)</c>).</summary>
/// <param name="ProcessId">Its number; it may belong to another process by now.</param>
/// <param name="UserId">The number of its effective user.</param>
/// <param name="GroupId">The number of its effective group.</param>
public readonly record struct UnixCredentials(int ProcessId, uint UserId, uint GroupId);
