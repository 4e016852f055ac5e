namespace FsmKit;

/// <summary>Value of a parameter.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Text">Value as text in the invariant culture; null for a value that is null.</param>
public sealed record ParameterValue(string Name, string? Text);
