using System.Net;

namespace FsmKit.Net;

/// <summary>Accept nothing until <see cref="EvResumeAccepting"/>: connections wait in the backlog, and whoever is connected is served.</summary>
public readonly record struct EvPauseAccepting;

/// <summary>Accept again, first what has been waiting.</summary>
public readonly record struct EvResumeAccepting;

/// <summary>An endpoint of a server has come a step further.</summary>
/// <param name="Endpoint">Whose.</param>
/// <param name="Step">Which.</param>
/// <param name="Address">Its address, with the port in use from <see cref="EndpointStep.Bound"/> on.</param>
public readonly record struct EvEndpoint(ServerEndpoint Endpoint, EndpointStep Step, EndPoint Address);

/// <summary>A server's accepting has changed.</summary>
public readonly record struct EvServing(GServerSock Server, ServingChange Change);

/// <summary>A server has closed a connection before anybody heard of it.</summary>
/// <param name="Server">Which.</param>
/// <param name="Peername">Of whom; null when that cannot be told.</param>
/// <param name="Reason">Why.</param>
public readonly record struct EvRefused(GServerSock Server, EndPoint? Peername, RefusalReason Reason);
