using FsmKit.Testing.Tracing;

namespace FsmKit.Testing;

/// <summary>A schedule that failed.</summary>
/// <param name="Kind">What failed.</param>
/// <param name="Message">The same in words, with the object that it concerns.</param>
/// <param name="Choices">The choices of the schedule, for <see cref="Explore.Replay"/>: they hold also after a rebuild.</param>
/// <param name="Trace">What happened, event by event.</param>
/// <param name="Schedule">The number of the schedule that found it, from 1.</param>
/// <param name="Strategy">What chose that schedule.</param>
public sealed record SimulationFailure(FailureKind Kind, string Message, string Choices, Trace Trace, int Schedule, Strategy Strategy)
{
    /// <summary>The exception that was thrown; null when none was.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What replays it, in code; <c>{0}</c> stands for the choices.</summary>
    internal string Call { get; init; } = "Explore.Replay(\"{0}\", setUp)";

    /// <summary>The failure, the events that lead to it, and how it is replayed.</summary>
    public override string ToString() =>
        $"{Message}\n\nSchedule {Schedule} ({Strategy}) failed; {Trace.Steps.Count} events lead to it:\n{Trace}\n{(Exception is null ? "" : $"{Exception}\n")}To replay it: {Call.Replace("{0}", Choices, StringComparison.Ordinal)}\n";

    /// <summary>Writes the failure to a Markdown file: the message, the choices, the events and their sequence chart. <see cref="Explore.ReplayFile"/> reads it.</summary>
    /// <param name="path">Where; its folder is made when it is missing.</param>
    public void Save(string path) => FailureFile.Write(path, this);
}
