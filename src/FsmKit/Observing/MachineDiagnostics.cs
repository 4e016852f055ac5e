namespace FsmKit;

/// <summary>
/// The names under which the machines of the process can be watched: by a <c>MeterListener</c>, an <c>ActivityListener</c>, OpenTelemetry. docs/observability.md
/// lists what they tell.
/// </summary>
public static class MachineDiagnostics
{
    /// <summary>The meter: <c>AddMeter(MachineDiagnostics.MeterName)</c>.</summary>
    public const string MeterName = "FsmKit";

    /// <summary>The source of spans: <c>AddSource(MachineDiagnostics.ActivitySourceName)</c>.</summary>
    public const string ActivitySourceName = "FsmKit";
}
