namespace FsmKit.Testing;

/// <summary>Input of a model when time has passed without an event of the test, so that timeouts may have come.</summary>
/// <param name="By">The time that has passed.</param>
public readonly record struct Waited(TimeSpan By);
