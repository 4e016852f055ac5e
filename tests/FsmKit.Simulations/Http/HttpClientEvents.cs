namespace FsmKit.Simulations.Http;

/// <summary>Send the next piece.</summary>
public readonly record struct EvSendMore;

/// <summary>Read on.</summary>
public readonly record struct EvReadOn;

/// <summary>Stop the server, or start it again.</summary>
public readonly record struct EvManage;
