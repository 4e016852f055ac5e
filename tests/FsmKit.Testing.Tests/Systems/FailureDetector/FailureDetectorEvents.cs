namespace FsmKit.Testing.Tests.Systems.FailureDetector;

/// <summary>The detector asks a node whether the node lives.</summary>
public readonly record struct EvPing;

/// <summary>The node lives.</summary>
public readonly record struct EvPong(Node Node);

/// <summary>The detector tells the client that a node is dead.</summary>
public readonly record struct EvDead(Node Node);

/// <summary>The next node is to be shut down.</summary>
public readonly record struct EvStrike;

/// <summary>The node is shut down.</summary>
public readonly record struct EvShutDown;

/// <summary>A node tells the watch of its own crash.</summary>
public readonly record struct EvCrashed;

/// <summary>The client tells the watch of a dead node that was reported.</summary>
public readonly record struct EvHeard;
