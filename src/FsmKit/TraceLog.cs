using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>The lines of traced machines. Text in the form of GinsFSM; each part of it is a property of the entry, for logs that can be searched.</summary>
internal static partial class TraceLog
{
    // The generator of log methods with many parameters takes the name of a property from the parameter: @event would be one with the sign.
    [LoggerMessage(1, LogLevel.Information, "{Start}-> mach: ({GClass}:{GObj}), st: {State}, ev: ({Event},{Data}), ac: {Action}")]
    public static partial void Entered(
        ILogger logger, string start, string gClass, string gObj, string state, string Event, string data, string action);

    [LoggerMessage(27, LogLevel.Information, "{Start} - mach: ({GClass}:{GObj}), new_st: {Next}")]
    public static partial void NewState(ILogger logger, string start, string gClass, string gObj, string next);

    [LoggerMessage(28, LogLevel.Information, "{Start}<- mach: ({GClass}:{GObj}), st: {State}, ret: {Outcome}")]
    public static partial void Left(ILogger logger, string start, string gClass, string gObj, string state, Outcome outcome);

    [LoggerMessage(29, LogLevel.Information, "{Start}* trace_mach {Switch}: ({GClass}:{GObj})")]
    public static partial void Switched(ILogger logger, string start, string @switch, string gClass, string gObj);

    [LoggerMessage(2, LogLevel.Warning, "{Start}<> mach: ({GClass}:{GObj}), st: {State}, ev: {Event} (NOT ACCEPTED, no match action)")]
    public static partial void NotAccepted(ILogger logger, string start, string gClass, string gObj, string state, string @event);
}
