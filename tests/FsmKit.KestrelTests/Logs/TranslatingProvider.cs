using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace FsmKit.KestrelTests;

/// <summary>Writes the lines of <c>FsmKit.AspNetCore</c> with the numbers and names that Kestrel's tests look for.</summary>
public sealed class TranslatingProvider(TestSink sink) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Translator(categoryName, sink);

    public void Dispose()
    {
    }

    private sealed class Translator(string category, TestSink sink) : ILogger
    {
        public IDisposable BeginScope<TState>(TState state) => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception, string> formatter)
        {
            var (id, level) = (category, eventId.Name) switch
            {
                ("FsmKit.AspNetCore", "ApplicationFailed" or "CannotSend") => (new EventId(13, "ApplicationError"), LogLevel.Error),
                ("FsmKit.AspNetCore", "BadRequest") => (new EventId(17, "ConnectionBadRequest"), LogLevel.Debug),
                _ => (eventId, logLevel),
            };
            var name = category.StartsWith("FsmKit", StringComparison.Ordinal) ? "Microsoft.AspNetCore.Server.Kestrel" : category;
            sink.Write(new WriteContext { LogLevel = level, EventId = id, LoggerName = name, Message = formatter(state, exception), Exception = exception });
        }
    }
}
