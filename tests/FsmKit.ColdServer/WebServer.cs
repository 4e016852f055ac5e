using System.Globalization;
using System.Text;
using FsmKit.Http;
using Microsoft.Extensions.Logging;

namespace FsmKit.ColdServer;

/// <summary>An HTTP server that answers with the length of the body; a body of more than a few kilobytes goes to a file.</summary>
internal static class WebServer
{
    public static GHttpServer Create(GAplic app, ILogger log, string accessLog) => app.Create<GHttpServer>("web", server =>
    {
        server.Host = "127.0.0.1";
        server.AccessLog = HttpAccessLog.ToFile(accessLog, logger: log);
        server.Handler = static (request, response) =>
            response.Send(200, "text/plain"u8, Encoding.ASCII.GetBytes(request.ContentLength.GetValueOrDefault().ToString(CultureInfo.InvariantCulture)));
    });
}
