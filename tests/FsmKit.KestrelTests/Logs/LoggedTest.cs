using System.Collections.Concurrent;
using FsmKit.KestrelTests;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Microsoft.AspNetCore.InternalTesting;

/// <summary>A test with a log.</summary>
public class LoggedTest
{
    private readonly TestSink _sink = new();

    public LoggedTest() => LoggerFactory = Extensions.Logging.LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Trace).AddProvider(new TranslatingProvider(_sink)));

    public ILoggerFactory LoggerFactory { get; }

    public ITestSink TestSink => _sink;

    public ILogger Logger => LoggerFactory.CreateLogger("test");
}

/// <summary>A test that looks at the lines of the server in its log.</summary>
public class TestApplicationErrorLoggerLoggedTest : LoggedTest
{
    public TestApplicationErrorLoggerLoggedTest() => TestSink.MessageLogged += line =>
    {
        if (line.LoggerName == "Microsoft.AspNetCore.Server.Kestrel")
        {
            LogMessages.Enqueue(line);
        }
    };

    public ConcurrentQueue<WriteContext> LogMessages { get; } = new();

    public bool ThrowOnCriticalErrors { get; set; }

    public bool ThrowOnUngracefulShutdown { get; set; }

    public List<Type> IgnoredCriticalLogExceptions { get; } = [];
}
