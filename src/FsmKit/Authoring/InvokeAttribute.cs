namespace FsmKit;

/// <summary>
/// Declares asynchronous work of a state, after the W3C's SCXML <c>invoke</c>. The work starts when the state is entered, after the entry actions.
/// Leaving the state cancels the work. The end of the work is an input event.
/// </summary>
/// <typeparam name="TEvent">
/// Input event of success. The type is the result type of the method, or has a public constructor for the result. For a method without a result, the
/// type has no constructor with parameters.
/// </typeparam>
/// <typeparam name="TFailure">
/// Input event of a failure. The type has a public constructor for an <see cref="Exception"/>, or no constructor with parameters; in the second case
/// the exception is logged.
/// </typeparam>
/// <remarks>
/// <para>The work begins on the loop's thread and continues there after each <c>await</c>. The event of its end is delivered on the loop's thread,
/// with the gobj as the sender. Work that completes before its method returns allocates nothing. Its event is handled after the events that
/// the gobj has sent to itself, and before the events of other senders.</para>
/// <para>After the state is left, neither event is delivered, even if the work had completed. To limit the duration of the work, use an
/// <see cref="AfterAttribute"/> on the same state. The cancellation token is valid for one run of the work; a later run may use the same token source
/// again.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class InvokeAttribute<TEvent, TFailure> : Attribute
    where TEvent : struct
    where TFailure : struct
{
    /// <summary>Declares work that is done by a method of the gclass.</summary>
    /// <param name="work">
    /// Name of a method that returns a <see cref="Task"/> or a <see cref="ValueTask"/>, with or without a result. The method takes a
    /// <see cref="CancellationToken"/> or no parameter.
    /// </param>
    public InvokeAttribute(string work) => Work = work;

    /// <summary>Name of the asynchronous method that is called when the state is entered.</summary>
    public string Work { get; }
}
