namespace FsmKit.Net;

/// <summary>
/// Credentials of the process at the other end of a Unix socket, at the time of its connect or listen (<c>SO_PEERCRED</c>, <c>unix(7)</c>).
/// </summary>
/// <param name="ProcessId">Id of the process. The system may have given the id to another process since.</param>
/// <param name="UserId">Id of the effective user.</param>
/// <param name="GroupId">Id of the effective group.</param>
public readonly record struct UnixCredentials(int ProcessId, uint UserId, uint GroupId);
