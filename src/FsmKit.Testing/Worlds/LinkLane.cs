namespace FsmKit.Testing.Worlds;

/// <summary>What is under way from one loop to another, in its order.</summary>
internal sealed class LinkLane : Queue<Action>;
