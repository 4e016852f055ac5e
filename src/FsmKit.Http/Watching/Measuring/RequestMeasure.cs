namespace FsmKit.Http;

/// <summary>Measurement of a request; the default value measures nothing.</summary>
/// <param name="Time">The clock; null when nothing is measured.</param>
/// <param name="Start">Timestamp of the start.</param>
/// <param name="Method">The method.</param>
/// <param name="IsSecure">Whether the connection uses TLS.</param>
/// <param name="IsCounted">Whether the request was added to the number of active requests.</param>
internal readonly record struct RequestMeasure(TimeProvider? Time, long Start, KnownMethod Method, bool IsSecure, bool IsCounted);
