namespace FsmKit.Generators.Model;

/// <summary>How the end of asynchronous work becomes an event.</summary>
internal enum EventForm
{
    /// <summary>It cannot.</summary>
    None,

    /// <summary>It is the event.</summary>
    Itself,

    /// <summary>The event has a constructor for it.</summary>
    Constructed,

    /// <summary>The event says only that it has happened.</summary>
    Empty,
}

/// <summary>Asynchronous work of a state.</summary>
/// <param name="Work">The method.</param>
/// <param name="TakesToken">Whether the method takes a cancellation token.</param>
/// <param name="Result">The full type of its result; null without one.</param>
/// <param name="IsTask">Whether it returns a <c>Task</c>, not a <c>ValueTask</c>.</param>
/// <param name="Event">Index of the input event of success.</param>
/// <param name="EventForm">How the result becomes that event.</param>
/// <param name="Failure">Index of the input event of a failure.</param>
/// <param name="FailureForm">How the exception becomes that event.</param>
internal sealed record InvocationModel(
    CallModel Work, bool TakesToken, string? Result, bool IsTask, int Event, EventForm EventForm, int Failure, EventForm FailureForm);
