namespace FsmKit.Testing.Models;

/// <summary>Position of a path.</summary>
/// <param name="Leaf">Number of the leaf.</param>
/// <param name="History">For each composite with a history, the number of the last leaf inside plus one; 0 before the first exit.</param>
/// <param name="IsThrough">True when a transition has just ended, so that rows without an event may follow.</param>
internal readonly record struct PathNode(int Leaf, string History, bool IsThrough);
