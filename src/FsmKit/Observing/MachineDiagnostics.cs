namespace FsmKit;

/// <summary>
/// Names of the meter and of the activity source of all machines of the process, for a <c>MeterListener</c>, an <c>ActivityListener</c> or
/// OpenTelemetry. docs/observability.md lists the metrics and spans.
/// </summary>
public static class MachineDiagnostics
{
    /// <summary>Name of the meter: <c>AddMeter(MachineDiagnostics.MeterName)</c>.</summary>
    public const string MeterName = "FsmKit";

    /// <summary>Name of the activity source: <c>AddSource(MachineDiagnostics.ActivitySourceName)</c>.</summary>
    public const string ActivitySourceName = "FsmKit";
}
