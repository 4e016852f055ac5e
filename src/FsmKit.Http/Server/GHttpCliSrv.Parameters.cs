using FsmKit.Net;

namespace FsmKit.Http;

/// <content>
/// The parameters of GinsFSM's GHttpCliSrv. They read the values of the server, so that a connection needs no memory for them.
/// </content>
public sealed partial class GHttpCliSrv
{
    /// <summary>The socket of this connection, destroyed with it (GinsFSM <c>gsock</c>).</summary>
    [Parameter]
    public partial GSock Gsock { get; internal set; } = null!;

    /// <summary>The scheme of requests: <see cref="GHttpServer.UrlScheme"/> of the server, or its default.</summary>
    [Parameter]
    public partial string UrlScheme { get; }

    /// <summary>Value of <see cref="GHttpServer.InactivityTimeout"/>, which is set on the server.</summary>
    [Parameter]
    public partial TimeSpan InactivityTimeout { get; }

    /// <summary>Value of <see cref="GHttpServer.ResponselessTimeout"/>, which is set on the server.</summary>
    [Parameter]
    public partial TimeSpan ResponselessTimeout { get; }

    /// <summary>Value of <see cref="GHttpServer.MaxRequestHeaderSize"/>, which is set on the server.</summary>
    [Parameter]
    public partial int MaxRequestHeaderSize { get; }

    /// <summary>Value of <see cref="GHttpServer.MaxRequestBodySize"/>, which is set on the server.</summary>
    [Parameter]
    public partial long MaxRequestBodySize { get; }

    /// <summary>Value of <see cref="GHttpServer.MaximumSimultaneousRequests"/>, which is set on the server.</summary>
    [Parameter]
    public partial int MaximumSimultaneousRequests { get; }

    /// <summary>Value of <see cref="GHttpServer.InbufOverflow"/>, which is set on the server.</summary>
    [Parameter]
    public partial int InbufOverflow { get; }

    public partial string UrlScheme => Context.UrlScheme;

    public partial TimeSpan InactivityTimeout => Server.InactivityTimeout;

    public partial TimeSpan ResponselessTimeout => Server.ResponselessTimeout;

    public partial int MaxRequestHeaderSize => Server.MaxRequestHeaderSize;

    public partial long MaxRequestBodySize => Server.MaxRequestBodySize;

    public partial int MaximumSimultaneousRequests => Server.MaximumSimultaneousRequests;

    public partial int InbufOverflow => Server.InbufOverflow;
}
