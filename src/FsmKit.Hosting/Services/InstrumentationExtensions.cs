using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FsmKit.Hosting;

/// <summary>Extension methods that give the spans and metrics of FsmKit to OpenTelemetry.</summary>
public static class InstrumentationExtensions
{
    // Sources and meters carry the name of their package.
    private static readonly string[] Names = ["FsmKit", "FsmKit.Http"];

    /// <summary>Adds the metrics of machines and loops, and of HTTP servers.</summary>
    public static MeterProviderBuilder AddFsmKitInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter(Names);
    }

    /// <summary>Adds the spans of machines and of HTTP servers.</summary>
    public static TracerProviderBuilder AddFsmKitInstrumentation(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource(Names);
    }
}
