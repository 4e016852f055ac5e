using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace HostedSample;

/// <summary>Writes the health of the loops to the log.</summary>
public sealed class HealthLog(ILogger<HealthLog> log) : IHealthCheckPublisher
{
    /// <inheritdoc/>
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var (name, entry) in report.Entries)
        {
            SampleLog.Health(log, name, entry.Status, entry.Description);
        }

        return Task.CompletedTask;
    }
}
