namespace FsmKit;

/// <summary>Innermost state from which a gobj last left a state with a history (<see cref="HistoryAttribute"/>).</summary>
/// <param name="Composite">Name of the state with a history.</param>
/// <param name="Leaf">Name of the innermost state.</param>
public sealed record HistoryDescription(string Composite, string Leaf);
