namespace FsmKit.Http;

/// <summary>How a request ended, for the meter.</summary>
/// <param name="Status">The response's status; 0 when none was begun.</param>
/// <param name="IsHttp11">False for HTTP/1.0.</param>
/// <param name="RequestBytes">How much of the request's body came, without framing.</param>
/// <param name="ResponseBytes">How much of the response's body was sent, without framing.</param>
/// <param name="Error">Why it failed: an exception's type, or a <see cref="ChannelEndReason"/>; null when only the status says it.</param>
internal readonly record struct RequestResult(int Status, bool IsHttp11, long RequestBytes, long ResponseBytes, string? Error = null);
