using Microsoft.Extensions.Logging;

namespace FsmKit.AspNetCore.Tests;

/// <summary>Has all categories log into one list.</summary>
internal sealed class LogLinesProvider(LogLines lines) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => lines;

    public void Dispose()
    {
    }
}
