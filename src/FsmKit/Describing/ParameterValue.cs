namespace FsmKit;

/// <summary>The value of a parameter.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Text">The value as text, in the invariant culture; null when there is none.</param>
public sealed record ParameterValue(string Name, string? Text);
