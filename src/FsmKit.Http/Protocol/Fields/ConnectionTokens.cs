namespace FsmKit.Http;

/// <summary>What <c>Connection</c> says (RFC 9110 §7.6.1). Other tokens in it name fields, and remove nothing here.</summary>
[Flags]
internal enum ConnectionTokens : byte
{
    None = 0,
    Close = 1,
    KeepAlive = 2,
    Upgrade = 4,
}
