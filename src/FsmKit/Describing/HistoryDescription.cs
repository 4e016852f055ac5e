namespace FsmKit;

/// <summary>What a history remembers.</summary>
/// <param name="Composite">The state around the history, by name.</param>
/// <param name="Leaf">The leaf in which the gobj was when it left that state last, by name.</param>
public sealed record HistoryDescription(string Composite, string Leaf);
