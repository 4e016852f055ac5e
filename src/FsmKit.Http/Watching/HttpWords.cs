using System.Globalization;

namespace FsmKit.Http;

/// <summary>Values of the OpenTelemetry semantic conventions, created once, so that no measurement allocates its tags.</summary>
internal static class HttpWords
{
    private const int Statuses = 1000;
    private static readonly object?[] BoxedStatuses = new object?[Statuses];
    private static readonly string?[] StatusTexts = new string?[Statuses];

    /// <summary>Value of <c>http.request.method</c>. All unknown methods share one value, because a client could invent any number of them.</summary>
    public static string Method(KnownMethod method) => method switch
    {
        KnownMethod.Get => "GET",
        KnownMethod.Head => "HEAD",
        KnownMethod.Post => "POST",
        KnownMethod.Put => "PUT",
        KnownMethod.Delete => "DELETE",
        KnownMethod.Connect => "CONNECT",
        KnownMethod.Options => "OPTIONS",
        KnownMethod.Trace => "TRACE",
        KnownMethod.Patch => "PATCH",
        _ => "_OTHER",
    };

    /// <summary>Value of <c>url.scheme</c>.</summary>
    public static string Scheme(bool isSecure) => isSecure ? "https" : "http";

    /// <summary>Value of <c>network.protocol.version</c>.</summary>
    public static string Version(bool isHttp11) => isHttp11 ? "1.1" : "1.0";

    /// <summary>Value of <c>http.response.status_code</c>, 0 to 999, as one boxed object per status.</summary>
    public static object Status(int status) => BoxedStatuses[status] ??= status;

    /// <summary>
    /// Value of <c>error.type</c>: the given failure, else a status from 500 on; null for all other statuses, as errors of a client are no
    /// errors of the server.
    /// </summary>
    public static string? Error(int status, string? error) =>
        error ?? (status < 500 ? null : StatusTexts[status] ??= status.ToString(CultureInfo.InvariantCulture));
}
