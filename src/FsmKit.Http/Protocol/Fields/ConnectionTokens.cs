namespace FsmKit.Http;

/// <summary>
/// Tokens of <c>Connection</c> (RFC 9110 §7.6.1). Other tokens name fields and are ignored, because this library forwards no messages.
/// </summary>
[Flags]
internal enum ConnectionTokens : byte
{
    None = 0,
    Close = 1,
    KeepAlive = 2,
    Upgrade = 4,
}
