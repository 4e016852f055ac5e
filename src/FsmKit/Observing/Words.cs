namespace FsmKit;

/// <summary>Names and values of tags in spans and metrics.</summary>
internal static class Words
{
    public const string GClass = "fsmkit.gclass";
    public const string Event = "fsmkit.event";
    public const string State = "fsmkit.state";
    public const string NextState = "fsmkit.next_state";
    public const string Result = "fsmkit.outcome";
    public const string Reason = "fsmkit.reason";
    public const string ErrorType = "error.type";

    /// <summary>Value of the outcome when an exception has left the row.</summary>
    public const string Fault = "Fault";

    /// <summary>Reason of a refusal: the state has no answer to the event, or no guard returned true.</summary>
    public const string NoRow = "NoRow";

    /// <summary>Reason of a refusal: the gobj already keeps the maximum number of events.</summary>
    public const string QueueFull = "QueueFull";

    /// <summary>Reason of a refusal: the event borrows memory, and the gobj is busy.</summary>
    public const string Borrowed = "Borrowed";

    /// <summary>Reason of a refusal: the maximum number of events is already posted to the loop.</summary>
    public const string LoopFull = "LoopFull";

    // Indexed by value, so that a lookup allocates nothing. There is no value 3.
    private static readonly string[] Outcomes =
    [
        nameof(Outcome.Handled), nameof(Outcome.Ignored), nameof(Outcome.Refused), "", nameof(Outcome.Queued), nameof(Outcome.Destroyed),
        nameof(Outcome.Deferred), nameof(Outcome.Finished),
    ];

    /// <summary>Returns the name of an outcome.</summary>
    public static string Of(Outcome outcome) => Outcomes[(int)outcome];

    /// <summary>Returns the name of an exception's type.</summary>
    public static string Of(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;
}
