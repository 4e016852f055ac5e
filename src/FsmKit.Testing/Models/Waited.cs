namespace FsmKit.Testing;

/// <summary>
/// Input of the model of <see cref="MachineTestOptions{T}.Compare"/> when time has passed without an event of the test, so that timeouts
/// may have come.
/// </summary>
/// <param name="By">The simulated time that has passed.</param>
public readonly record struct Waited(TimeSpan By);
