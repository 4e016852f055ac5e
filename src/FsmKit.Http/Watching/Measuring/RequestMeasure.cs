namespace FsmKit.Http;

/// <summary>A request that is being measured; the default is one that is not.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Start">When it began.</param>
/// <param name="Method">Its method.</param>
/// <param name="IsSecure">It came over TLS.</param>
/// <param name="IsCounted">It is among the active ones.</param>
internal readonly record struct RequestMeasure(TimeProvider? Time, long Start, KnownMethod Method, bool IsSecure, bool IsCounted);
