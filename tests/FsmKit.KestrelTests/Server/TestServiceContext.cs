using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Microsoft.AspNetCore.InternalTesting;

/// <summary>Options, log and clock of a test server.</summary>
public sealed class TestServiceContext
{
    public TestServiceContext(ILoggerFactory loggerFactory = null, bool disableHttp1LineFeedTerminators = true, KestrelMetrics metrics = null)
    {
        LoggerFactory = loggerFactory ?? NullLoggerFactory.Instance;
        Log = LoggerFactory.CreateLogger("Microsoft.AspNetCore.Server.Kestrel");
        FakeTimeProvider = new FakeTimeProvider();
        TimeProvider = FakeTimeProvider;
        ConnectionManager = new Heartbeats(this);
        DateHeaderValueManager = new DateHeaderValueManager(FakeTimeProvider);
        (_, _) = (disableHttp1LineFeedTerminators, metrics);
    }

    public ILoggerFactory LoggerFactory { get; set; }

    public ILogger Log { get; }

    public KestrelServerOptions ServerOptions { get; set; } = new() { AddServerHeader = false };

    /// <summary>Kestrel's scheduler; without effect.</summary>
    public PipeScheduler Scheduler { get; set; }

    /// <summary>Gets Kestrel's events; without effect.</summary>
    public DiagnosticSource DiagnosticSource { get; set; }

    public FakeTimeProvider FakeTimeProvider { get; private set; }

    public TimeProvider TimeProvider { get; private set; }

    public Heartbeats ConnectionManager { get; }

    public DateHeaderValueManager DateHeaderValueManager { get; set; }

    /// <summary>A date; the value in responses is not compared.</summary>
    public string DateHeaderValue => "Sat, 01 Jan 2000 00:00:00 GMT";

    /// <summary>Changes to the clock of the system.</summary>
    public void InitializeHeartbeat() => (FakeTimeProvider, TimeProvider) = (null, TimeProvider.System);

    /// <summary>Kestrel looks at its limits when a test says so; the loop does by itself.</summary>
    public sealed class Heartbeats(TestServiceContext context)
    {
        public void OnHeartbeat() => context.FakeTimeProvider?.Settle().GetAwaiter().GetResult();
    }
}
