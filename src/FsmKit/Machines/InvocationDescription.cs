namespace FsmKit;

/// <summary>Asynchronous work that a state starts when it is entered, and cancels when it is left.</summary>
/// <param name="Work">The name of the method.</param>
/// <param name="Event">The input event of success, by name.</param>
/// <param name="Failure">The input event of a failure, by name.</param>
public sealed record InvocationDescription(string Work, string Event, string Failure);
