using FsmKit.Http;

namespace FsmKit.Simulations.Http;

/// <summary>Orders to send the next piece.</summary>
public readonly record struct EvSendMore;

/// <summary>Orders to read on.</summary>
public readonly record struct EvReadOn;

/// <summary>Orders to stop the server, or to start it again.</summary>
public readonly record struct EvManage;

/// <summary>Orders to close a channel.</summary>
public readonly record struct EvCloseOne(GHttpCliSrv Channel);
