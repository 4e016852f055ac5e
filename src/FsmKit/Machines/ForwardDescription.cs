namespace FsmKit;

/// <summary>Destination of a row that forwards its event.</summary>
/// <param name="To">Name of the field or property that holds the target; null when the gobj publishes the event.</param>
/// <param name="Event">Name of the event that is forwarded.</param>
/// <param name="Map">
/// Name of the method that creates the forwarded event from the event of the row; null when the event of the row itself is forwarded.
/// </param>
public sealed record ForwardDescription(string? To, string Event, string? Map)
{
    /// <summary>Text of the destination, for tables and traces.</summary>
    internal string Text => ReviewedText.Forward(To, Event, Map);
}
