using System.Text;

namespace FsmKit.Http;

/// <summary>The text of error responses: the name of the status, then a reason.</summary>
internal static class ErrorResponse
{
    /// <summary>Writes a whole error response.</summary>
    /// <returns>The number of written bytes of the body, without framing.</returns>
    public static int Write(HttpServerProtocol protocol, OutputBuffer output, int status, string reason, bool isToRetry)
    {
        var body = Encoding.UTF8.GetBytes(reason.Length > 0 ? $"{StatusLines.ReasonOf(status)}\n\n{reason}\n" : $"{StatusLines.ReasonOf(status)}\n");
        var head = protocol.BeginResponse(output, status, body.Length);
        head.Add(KnownHeader.ContentType, "text/plain; charset=utf-8"u8);
        if (isToRetry)
        {
            head.Add(KnownHeader.RetryAfter, "1"u8);
        }

        head.End();
        protocol.WriteBody(output, body);
        protocol.EndResponse(output);
        return protocol.IsMuted ? 0 : body.Length;
    }
}
