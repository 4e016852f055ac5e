namespace FsmKit.Simulations.Restarting;

/// <summary>Orders the next stop or start.</summary>
public readonly record struct EvTurn;

/// <summary>Orders a visitor to connect, or to send the rest of its request.</summary>
public readonly record struct EvGoOn;
