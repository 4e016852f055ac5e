using System.Net;

namespace FsmKit.Net;

/// <summary>
/// Pauses the accepting of a <see cref="GServerSock"/> until <see cref="EvResumeAccepting"/>. New connections wait in the backlog; accepted
/// connections continue.
/// </summary>
public readonly record struct EvPauseAccepting;

/// <summary>Resumes the accepting of a <see cref="GServerSock"/>, starting with the connections in the backlog.</summary>
public readonly record struct EvResumeAccepting;

/// <summary>An endpoint of a server has reached a step.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Step">The step.</param>
/// <param name="Address">The address of the endpoint; from <see cref="EndpointStep.Bound"/> on, with the port in use.</param>
public readonly record struct EvEndpoint(ServerEndpoint Endpoint, EndpointStep Step, EndPoint Address);

/// <summary>A server has stopped accepting, or accepts again.</summary>
public readonly record struct EvServing(GServerSock Server, ServingChange Change);

/// <summary>A server has refused a connection. No <see cref="EvConnected"/> was published for it.</summary>
/// <param name="Server">The server.</param>
/// <param name="Peername">The address of the peer; null if it is unknown.</param>
/// <param name="Reason">The reason of the refusal.</param>
public readonly record struct EvRefused(GServerSock Server, EndPoint? Peername, RefusalReason Reason);
