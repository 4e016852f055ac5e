namespace FsmKit.Http;

/// <summary>
/// Under which names the servers of the process can be watched: by a <c>MeterListener</c>, an <c>ActivityListener</c>, OpenTelemetry.
/// </summary>
public static class HttpDiagnostics
{
    /// <summary>The meter: <c>AddMeter(HttpDiagnostics.MeterName)</c>.</summary>
    public const string MeterName = "FsmKit.Http";

    /// <summary>The source of activities: <c>AddSource(HttpDiagnostics.ActivitySourceName)</c>.</summary>
    public const string ActivitySourceName = "FsmKit.Http";
}
