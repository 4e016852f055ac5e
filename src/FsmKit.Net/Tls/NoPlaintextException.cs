namespace FsmKit.Net;

/// <summary>
/// Ends a read of SslStream that found no plaintext, so that SslStream returns its buffer, which a pending read would keep.
/// Session tickets and key updates are rare, so the cost of an exception is acceptable.
/// </summary>
/// <remarks>An IOException passes through SslStream unwrapped.</remarks>
internal sealed class NoPlaintextException : IOException;
