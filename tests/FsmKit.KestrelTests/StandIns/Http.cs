using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using HttpMethod = Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http.HttpMethod;

namespace Microsoft.AspNetCore.Server.Kestrel.InMemory.FunctionalTests
{
    /// <summary>Names of methods.</summary>
    public static class HttpUtilities
    {
        public static string MethodToString(HttpMethod method) => method.ToString().ToUpperInvariant();
    }

    /// <summary>Status codes with their phrases.</summary>
    public static class ReasonPhrases
    {
        public static string ToStatus(int status) => $"{status} {WebUtilities.ReasonPhrases.GetReasonPhrase(status)}";
    }

    /// <summary>A dictionary that is not the server's.</summary>
    public sealed class HttpResponseHeaders : HeaderDictionary;

    /// <summary>A dictionary that is not the server's.</summary>
    public sealed class HttpRequestHeaders : HeaderDictionary;
}

namespace Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http
{
    /// <summary>The answer of Kestrel to the preface of HTTP/2: a frame GOAWAY with HTTP_1_1_REQUIRED (RFC 9113 §6.8).</summary>
    public static class Http1Connection
    {
        public static ReadOnlySpan<byte> Http2GoAwayHttp11RequiredBytes => [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xD];
    }
}

namespace Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http2
{
    /// <summary>The preface of HTTP/2 (RFC 9113 §3.4).</summary>
    public static class Http2Connection
    {
        public static ReadOnlySpan<byte> ClientPreface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;
    }
}

namespace Microsoft.AspNetCore.Http
{
    /// <summary>Whether a request can have a body.</summary>
    public static class RequestExtensions
    {
        public static bool? CanHaveBody(this HttpRequest request) => request?.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody;
    }
}

namespace Microsoft.AspNetCore.Server.Kestrel.Tests
{
    /// <summary>Keeps the namespace.</summary>
    internal static class Nothing;
}
