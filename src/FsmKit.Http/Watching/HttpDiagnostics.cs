namespace FsmKit.Http;

/// <summary>
/// Names of the meter and the activity source of all HTTP servers of the process, for a <c>MeterListener</c>, an <c>ActivityListener</c> or
/// OpenTelemetry.
/// </summary>
public static class HttpDiagnostics
{
    /// <summary>Name of the meter: <c>AddMeter(HttpDiagnostics.MeterName)</c>.</summary>
    public const string MeterName = "FsmKit.Http";

    /// <summary>Name of the activity source: <c>AddSource(HttpDiagnostics.ActivitySourceName)</c>.</summary>
    public const string ActivitySourceName = "FsmKit.Http";
}
