namespace FsmKit.Testing.Models;

/// <summary>Where a path is.</summary>
/// <param name="Leaf">The number of the leaf.</param>
/// <param name="History">Where each composite that has a history was left last, as the number of the leaf plus one.</param>
/// <param name="IsThrough">Whether a transition has just come to its end, so that rows without an event are asked.</param>
internal readonly record struct PathNode(int Leaf, string History, bool IsThrough);
