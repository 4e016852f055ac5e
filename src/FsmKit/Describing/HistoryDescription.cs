namespace FsmKit;

/// <summary>Last leaf of a composite with a history.</summary>
/// <param name="Composite">Name of the composite.</param>
/// <param name="Leaf">Name of the leaf from which the gobj left the composite last.</param>
public sealed record HistoryDescription(string Composite, string Leaf);
