using Microsoft.Extensions.Logging;

namespace FsmKit.Testing.Worlds;

/// <summary>Takes what loops log: warnings about refusals and errors are how a loop tells of what fails a schedule.</summary>
internal sealed class WorldLog(World world) : ILogger
{
    // The numbers of the lines in FsmKit's log that tell of refusals: no row, a full queue, a borrowed event, a full loop.
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
            world.Refuse(formatter(state, exception));
        }
    }
}
