namespace FsmKit.Net;

/// <summary>
/// Ends a read of SslStream that found no plaintext: it gives its buffer back then, which it would keep while the read pends.
/// Session tickets and key updates come seldom, so that an exception is cheap enough.
/// </summary>
/// <remarks>An IOException passes through SslStream unwrapped.</remarks>
internal sealed class NoPlaintextException : IOException;
