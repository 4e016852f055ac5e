namespace FsmKit.Simulations.Handshakes;

/// <summary>Orders to end the connection.</summary>
public readonly record struct EvHangUp;
