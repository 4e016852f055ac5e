using FsmKit.Testing.Tracing;

namespace FsmKit.Testing;

/// <summary>Failure of a schedule, which is one simulated run; see <see cref="Explore"/>.</summary>
/// <param name="Kind">Kind of the failure.</param>
/// <param name="Message">The failure in words, with the object that it concerns.</param>
/// <param name="Choices">The choices of the simulation as text, for <see cref="Explore.Replay"/>. They stay valid after a rebuild.</param>
/// <param name="Trace">The events of the schedule.</param>
/// <param name="Schedule">Number of the schedule that found the failure, from 1.</param>
/// <param name="Strategy">The strategy that chose that schedule.</param>
public sealed record SimulationFailure(FailureKind Kind, string Message, string Choices, Trace Trace, int Schedule, Strategy Strategy)
{
    /// <summary>The exception that was thrown; null without one.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Code that replays the failure; <c>{0}</c> stands for the choices.</summary>
    internal string Call { get; init; } = "Explore.Replay(\"{0}\", setUp)";

    /// <summary>Formats the failure, the events before it and the call that replays it.</summary>
    public override string ToString() =>
        $"{Message}\n\nSchedule {Schedule} ({Strategy}) failed; {Trace.Steps.Count} events lead to it:\n{Trace}\n{(Exception is null ? "" : $"{Exception}\n")}To replay it: {Call.Replace("{0}", Choices, StringComparison.Ordinal)}\n";

    /// <summary>Writes the failure to a Markdown file: the message, the choices, the events and their sequence chart. <see cref="Explore.ReplayFile"/> reads it.</summary>
    /// <param name="path">The file; a missing folder is created.</param>
    public void Save(string path) => FailureFile.Write(path, this);
}
