using FsmKit.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of the health check of FsmKit's loops.</summary>
public static class FsmKitHealthChecks
{
    /// <summary>
    /// Adds a check that the loops of <see cref="FsmKitServices.AddFsmKit"/> run, answer in time, keep up with their posted events, and
    /// have no long calls (<see cref="FsmKit.GAplic.Stalls"/>), logged exceptions (<see cref="FsmKit.GAplic.Faults"/>) or restarts. The
    /// data of its result has these numbers for each loop.
    /// </summary>
    /// <param name="builder">The builder that <c>AddHealthChecks</c> returns.</param>
    /// <param name="name">Name of the check.</param>
    /// <param name="configure">Sets limits, or chooses loops. Null keeps the defaults.</param>
    /// <param name="failureStatus">
    /// Status that is reported in place of <see cref="HealthStatus.Unhealthy"/>; null leaves that status.
    /// </param>
    /// <param name="tags">Tags of the check, for filters; null for none.</param>
    public static IHealthChecksBuilder AddFsmKit(
        this IHealthChecksBuilder builder, string name = "fsmkit", Action<FsmKitHealthOptions>? configure = null, HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new FsmKitHealthOptions();
        configure?.Invoke(options);
        var memory = new FigureMemory();
        return builder.Add(new HealthCheckRegistration(
            name,
            services => new FsmKitHealthCheck(services.GetRequiredService<FsmKitLoops>(), options, memory, TimeProvider.System),
            failureStatus,
            tags));
    }
}
