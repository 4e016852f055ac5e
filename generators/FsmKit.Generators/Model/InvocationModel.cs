namespace FsmKit.Generators.Model;

/// <summary>Ways to create an event from the end of asynchronous work.</summary>
internal enum EventForm
{
    /// <summary>No event can be created.</summary>
    None,

    /// <summary>The result is the event.</summary>
    Itself,

    /// <summary>The event has a constructor with the result or exception as its parameter.</summary>
    Constructed,

    /// <summary>The event has no data.</summary>
    Empty,
}

/// <summary>Asynchronous work of a state.</summary>
/// <param name="Work">The method.</param>
/// <param name="TakesToken">Whether the method takes a cancellation token.</param>
/// <param name="Result">The full type of the result of the method; null without one.</param>
/// <param name="IsTask">Whether the method returns a <c>Task</c>, not a <c>ValueTask</c>.</param>
/// <param name="Event">Index of the input event of success.</param>
/// <param name="EventForm">The way to create that event.</param>
/// <param name="Failure">Index of the input event of a failure.</param>
/// <param name="FailureForm">The way to create that event from the exception.</param>
internal sealed record InvocationModel(
    CallModel Work, bool TakesToken, string? Result, bool IsTask, int Event, EventForm EventForm, int Failure, EventForm FailureForm);
