namespace FsmKit.Testing.Worlds;

/// <summary>Events under way from one loop to another, in order.</summary>
internal sealed class LinkQueue : Queue<Action>;
