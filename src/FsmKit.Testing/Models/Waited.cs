namespace FsmKit.Testing;

/// <summary>Time has gone by without an event from the test: what a model gets when timeouts may have come.</summary>
/// <param name="By">How much.</param>
public readonly record struct Waited(TimeSpan By);
