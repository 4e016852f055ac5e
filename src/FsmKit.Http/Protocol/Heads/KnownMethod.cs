namespace FsmKit.Http;

/// <summary>The methods of RFC 9110 §9 and RFC 5789. Methods are case-sensitive: <c>get</c> is <see cref="Other"/>.</summary>
public enum KnownMethod : byte
{
    /// <summary>Any other token.</summary>
    Other,

    /// <summary><c>GET</c></summary>
    Get,

    /// <summary><c>HEAD</c>: its response has no body.</summary>
    Head,

    /// <summary><c>POST</c></summary>
    Post,

    /// <summary><c>PUT</c></summary>
    Put,

    /// <summary><c>DELETE</c></summary>
    Delete,

    /// <summary><c>CONNECT</c>: a success turns the connection into a tunnel.</summary>
    Connect,

    /// <summary><c>OPTIONS</c></summary>
    Options,

    /// <summary><c>TRACE</c>: its request has no body.</summary>
    Trace,

    /// <summary><c>PATCH</c></summary>
    Patch,
}
