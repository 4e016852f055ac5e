namespace FsmKit.Http;

/// <summary>Result of a request, for the meter.</summary>
/// <param name="Status">The status of the response; 0 without a response.</param>
/// <param name="IsHttp11">False for HTTP/1.0.</param>
/// <param name="RequestBytes">Number of bytes received of the request's body, without framing.</param>
/// <param name="ResponseBytes">Number of bytes sent of the response's body, without framing.</param>
/// <param name="Error">The failure: the type of an exception or a <see cref="ChannelEndReason"/>; null when the status alone tells it.</param>
internal readonly record struct RequestResult(int Status, bool IsHttp11, long RequestBytes, long ResponseBytes, string? Error = null);
