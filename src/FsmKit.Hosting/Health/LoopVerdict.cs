using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FsmKit.Hosting;

/// <summary>Judges one loop: the worst finding counts.</summary>
internal sealed class LoopVerdict(string loop, IDictionary<string, object> data)
{
    public HealthStatus Status { get; private set; } = HealthStatus.Healthy;

    public List<string> Problems { get; } = [];

    /// <summary>Notes a figure.</summary>
    public void Note(string name, object value) => data[$"{loop}.{name}"] = value;

    public void Find(HealthStatus status, string problem)
    {
        Status = status < Status ? status : Status;
        Problems.Add($"Loop '{loop}' {problem}.");
    }

    /// <summary>Notes a count, and compares it with its limits. A limit of zero does not count.</summary>
    public void Count(string name, int count, int degraded, int unhealthy)
    {
        Note(name, count);
        if ((unhealthy > 0 && count >= unhealthy) || (degraded > 0 && count >= degraded))
        {
            Find(unhealthy > 0 && count >= unhealthy ? HealthStatus.Unhealthy : HealthStatus.Degraded, $"has had {count} {name} since the last check");
        }
    }
}
