namespace FsmKit;

/// <summary>The words that spans and figures use.</summary>
internal static class Words
{
    public const string GClass = "fsmkit.gclass";
    public const string Event = "fsmkit.event";
    public const string State = "fsmkit.state";
    public const string NextState = "fsmkit.next_state";
    public const string Result = "fsmkit.outcome";
    public const string Reason = "fsmkit.reason";
    public const string ErrorType = "error.type";

    /// <summary>In the place of an outcome: an exception has left the row.</summary>
    public const string Fault = "Fault";

    /// <summary>Why an event is refused: the state has no answer to it, or its guards said no.</summary>
    public const string NoRow = "NoRow";

    /// <summary>Why an event is refused: the gobj keeps as many as it may.</summary>
    public const string QueueFull = "QueueFull";

    /// <summary>Why an event is refused: it borrows memory, and the gobj is busy.</summary>
    public const string Borrowed = "Borrowed";

    /// <summary>Why an event is refused: as many are posted to the loop as may be.</summary>
    public const string LoopFull = "LoopFull";

    // By number: naming one allocates nothing. There is no 3.
    private static readonly string[] Outcomes =
    [
        nameof(Outcome.Handled), nameof(Outcome.Ignored), nameof(Outcome.Refused), "", nameof(Outcome.Queued), nameof(Outcome.Destroyed),
        nameof(Outcome.Deferred), nameof(Outcome.Finished),
    ];

    /// <summary>The name of an outcome.</summary>
    public static string Of(Outcome outcome) => Outcomes[(int)outcome];

    /// <summary>The name of an exception's type.</summary>
    public static string Of(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;
}
