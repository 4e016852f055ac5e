namespace FsmKit;

/// <summary>The destination of a row that passes its event on.</summary>
/// <param name="To">The field or property that holds the target; null when the gobj publishes the event.</param>
/// <param name="Event">Name of the event that goes on.</param>
/// <param name="Map">The method that makes it from the event of the row; null when it is that event itself.</param>
public sealed record ForwardDescription(string? To, string Event, string? Map)
{
    /// <summary>The same in words.</summary>
    internal string Text => ReviewedText.Forward(To, Event, Map);
}
