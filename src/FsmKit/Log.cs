using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>Every line that the core writes to the log, with its level and number.</summary>
internal static partial class Log
{
    [LoggerMessage(3, LogLevel.Debug, "Created {Gobj}")]
    public static partial void Created(ILogger logger, GObj gobj);

    [LoggerMessage(4, LogLevel.Debug, "Destroyed {Gobj}")]
    public static partial void Destroyed(ILogger logger, GObj gobj);

    [LoggerMessage(5, LogLevel.Warning, "{Event} was sent to {Gobj}, which is destroyed.")]
    public static partial void SentToDestroyed(ILogger logger, string @event, GObj gobj);

    [LoggerMessage(6, LogLevel.Error, "{Event} to {Gobj} is refused: {Capacity} events are waiting for it already, or are deferred.")]
    public static partial void QueueFull(ILogger logger, string @event, GObj gobj, int capacity);

    [LoggerMessage(7, LogLevel.Error,
        "{Event} to {Gobj} is refused: the gobj is inside an action, and an event that borrows memory cannot wait. Make the gclass Reentrancy.Nested, or send a copy.")]
    public static partial void BorrowedWhileBusy(ILogger logger, string @event, GObj gobj);

    /// <param name="logger">The log.</param>
    /// <param name="who">The gobj or other object that failed.</param>
    /// <param name="GClass">Gclass of the gobj, or an empty string. For filters; not in the text.</param>
    /// <param name="State">State of the gobj, or an empty string. For filters; not in the text.</param>
    /// <param name="exception">The fault.</param>
    [SuppressMessage("Usage", "SYSLIB1015:Argument is not referenced from the logging message", Justification = "Properties without a place in the text.")]
    [LoggerMessage(8, LogLevel.Error, "A fault in {Who}; the loop goes on.")]
    public static partial void Fault(ILogger logger, string who, string GClass, string State, Exception exception);

    [LoggerMessage(16, LogLevel.Error, "The guard {Guard} of {Gobj} threw in state {State}; that counts as no.")]
    public static partial void GuardFault(ILogger logger, string guard, GObj gobj, string state, Exception exception);

    [LoggerMessage(9, LogLevel.Error, "Setting '{Key}' is ignored: {Problem}")]
    public static partial void SettingIgnored(ILogger logger, string key, string problem);

    [LoggerMessage(10, LogLevel.Error, "{Event} to {Destination} is refused, and so is what follows until there is room: {Capacity} events are posted to {Gaplic} already.")]
    public static partial void PostsRefused(ILogger logger, string @event, object destination, int capacity, GAplic gaplic);

    [LoggerMessage(11, LogLevel.Warning, "{Subscriber} subscribed to {Event} of {Publisher} a second time; the new subscription replaces the old one.")]
    public static partial void SubscribedTwice(ILogger logger, object subscriber, string @event, GObj publisher);

    [LoggerMessage(12, LogLevel.Warning,
        "{Gaplic} has been stalled for {Duration} by {HandOver}; nothing else of this loop runs meanwhile. An action must not block: what takes long belongs on another thread, which posts the result.")]
    public static partial void Stalled(ILogger logger, GAplic gaplic, string duration, string handOver);

    [LoggerMessage(13, LogLevel.Warning, "{Gaplic} runs again: it was stalled for {Duration} by {HandOver}.")]
    public static partial void StallEnded(ILogger logger, GAplic gaplic, string duration, string handOver);

    [LoggerMessage(14, LogLevel.Warning,
        "{Gaplic} has been in one cycle for {Duration}: {Count} hand-overs, none of them long, the last one to {HandOver}. Sockets and timers wait meanwhile: the loop has more to do than it can.")]
    public static partial void LongTurn(ILogger logger, GAplic gaplic, string duration, uint count, string handOver);

    [LoggerMessage(15, LogLevel.Warning, "{Gaplic} has ended its cycle of {Duration}, which had {Count} hand-overs.")]
    public static partial void LongTurnEnded(ILogger logger, GAplic gaplic, string duration, uint count);

    [LoggerMessage(17, LogLevel.Warning, "{Event} of {Publisher} reaches no subscriber; {Subscriber} was to hear it. {Advice} This is told once for {PublisherClass} and {SubscriberClass}.")]
    public static partial void Unheard(ILogger logger, string @event, GObj publisher, GObj subscriber, string advice, string publisherClass, string subscriberClass);

    [LoggerMessage(18, LogLevel.Warning, "{Event} was sent to {Gobj}, which is finished: it is in the final state {State}.")]
    public static partial void SentToFinished(ILogger logger, string @event, GObj gobj, string state);

    [LoggerMessage(19, LogLevel.Error,
        "{Gobj} changes its state endlessly: {Count} changes without an event have followed each other. The gobj stays in {State}; its Always rows and entry actions must not lead back to each other.")]
    public static partial void GoesInCircles(ILogger logger, GObj gobj, int count, string state);

    [LoggerMessage(20, LogLevel.Warning, "{Work} of {Gobj} failed; its event does not carry the exception.")]
    public static partial void WorkFailed(ILogger logger, string work, GObj gobj, Exception exception);

    [LoggerMessage(26, LogLevel.Warning, "The recording of {Gobj}: {Trouble}")]
    public static partial void RecordingTrouble(ILogger logger, GObj gobj, string trouble, Exception exception);

    [LoggerMessage(25, LogLevel.Warning, "{Event} is refused: {Gobj} is in state {State} and forwards it to {Member}, which is null. Set that before the event comes, or guard the row with When.")]
    public static partial void ForwardedToNull(ILogger logger, string @event, GObj gobj, string member, string state);
}
