namespace FsmKit;

/// <summary>
/// Asynchronous work of a state: started when the state is entered, after its entry actions; cancelled when the state is left. How it ends is an input
/// event. After the W3C's SCXML <c>invoke</c>.
/// </summary>
/// <typeparam name="TEvent">
/// The input event of success: what the method returns, or a type with a public constructor for that; of a method without a result, a type without a
/// constructor with parameters.
/// </typeparam>
/// <typeparam name="TFailure">
/// The input event of a failure: a type with a public constructor for an <see cref="Exception"/>, or without a constructor with parameters; then the exception
/// is in the log.
/// </typeparam>
/// <remarks>
/// <para>
/// The work begins on the loop's thread and goes on there after each <c>await</c>. Its event comes on the loop's thread, with the gobj as the source. Work that
/// has ended before its method returns costs no allocation; its event comes after what the gobj has sent to itself, before what others have sent.
/// </para>
/// <para>
/// Once the state is left, neither event is delivered, also when the work had ended. Work that may never end is bounded by an <see cref="AfterAttribute"/> of the
/// same state. The token belongs to one run of the work: afterwards it may serve the next one.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class InvokeAttribute<TEvent, TFailure> : Attribute
    where TEvent : struct
    where TFailure : struct
{
    /// <summary>Work that a method of the gclass does.</summary>
    /// <param name="work">
    /// The name of a method that returns a <see cref="Task"/> or a <see cref="ValueTask"/>, with or without a result, and takes a
    /// <see cref="CancellationToken"/> or nothing.
    /// </param>
    public InvokeAttribute(string work) => Work = work;

    /// <summary>The name of the method.</summary>
    public string Work { get; }
}
