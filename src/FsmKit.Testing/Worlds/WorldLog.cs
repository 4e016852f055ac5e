using Microsoft.Extensions.Logging;

namespace FsmKit.Testing.Worlds;

/// <summary>Turns the log of loops into failures: an exception, or a warning about a refusal, fails the schedule.</summary>
internal sealed class WorldLog(World world) : ILogger
{
    // Event numbers of refusals in the log of FsmKit: no row, a full queue, a borrowed event, a full loop.
    private static readonly HashSet<int> Refusals = [2, 6, 7, 10];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null && world.IsExpected(exception))
        {
            return;
        }

        if (exception is not null)
        {
            world.Fail(FailureKind.Fault, $"{formatter(state, exception)} {exception.GetType().Name}: {exception.Message}", exception);
        }
        else if (Refusals.Contains(eventId.Id))
        {
            world.Refuse(Unindented(formatter(state, exception)));
        }
    }

    /// <summary>
    /// Returns the line with one blank in front of its marker. A traced machine indents by nesting, and the replays of a failure trace other
    /// machines than the run that found it.
    /// </summary>
    private static string Unindented(string line) =>
        line.IndexOf("<> ", StringComparison.Ordinal) is > 0 and var at ? $"{line[..at].TrimEnd()} {line[at..]}" : line;
}
