namespace FsmKit.Http;

/// <content>
/// The parameters that GinsFSM's channel has. There each channel had a copy; here they are its server's, so that a connection holds none of them.
/// </content>
public sealed partial class GHttpCliSrv
{
    /// <summary>What its requests say of their scheme.</summary>
    public string UrlScheme => _settings.UrlScheme;

    /// <summary>See <see cref="GHttpServer.InactivityTimeout"/>.</summary>
    public TimeSpan InactivityTimeout => Server.InactivityTimeout;

    /// <summary>See <see cref="GHttpServer.ResponselessTimeout"/>.</summary>
    public TimeSpan ResponselessTimeout => Server.ResponselessTimeout;

    /// <summary>See <see cref="GHttpServer.MaxRequestHeaderSize"/>.</summary>
    public int MaxRequestHeaderSize => Server.MaxRequestHeaderSize;

    /// <summary>See <see cref="GHttpServer.MaxRequestBodySize"/>.</summary>
    public long MaxRequestBodySize => Server.MaxRequestBodySize;

    /// <summary>See <see cref="GHttpServer.MaximumSimultaneousRequests"/>.</summary>
    public int MaximumSimultaneousRequests => Server.MaximumSimultaneousRequests;

    /// <summary>See <see cref="GHttpServer.InbufOverflow"/>.</summary>
    public int InbufOverflow => Server.InbufOverflow;
}
