namespace FsmKit;

/// <summary>Description of asynchronous work that starts when a state is entered and is cancelled when the state is left.</summary>
/// <param name="Work">Name of the method that does the work.</param>
/// <param name="Event">Name of the input event of success.</param>
/// <param name="Failure">Name of the input event of a failure.</param>
public sealed record InvocationDescription(string Work, string Event, string Failure);
