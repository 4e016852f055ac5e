namespace FsmKit.Http;

/// <content>Early hints before the head, and trailers behind the body.</content>
public sealed partial class HttpResponse
{
    private HttpResponseHeaders? _trailers;

    /// <summary>
    /// Field lines behind the body, to be added until the response is finished. Trailers make a body without <see cref="ContentLength"/>
    /// chunked. They are dropped where chunks are impossible: a set length, HEAD, HTTP/1.0, a status without a body. A recipient may ignore
    /// trailers (RFC 9110 §6.5.1). A client that wants them sends <c>TE: trailers</c>.
    /// </summary>
    public HttpResponseHeaders Trailers => _trailers ??= new HttpResponseHeaders(this, isTrailers: true);

    /// <summary>Whether trailers were added. They are sent only if the body is chunked.</summary>
    internal bool HasTrailers => _trailers is { IsEmpty: false };

    /// <summary>
    /// Sends 103 Early Hints (RFC 8297) with links to resources of the response that is in preparation. Does nothing for HTTP/1.0, and
    /// nothing when <see cref="HasStarted"/> is true.
    /// </summary>
    /// <param name="links">Values of <c>Link</c>, as in <c>&lt;/style.css&gt;; rel=preload; as=style</c>.</param>
    /// <exception cref="ArgumentException">A value holds a control character, or a character above U+00FF.</exception>
    /// <exception cref="InvalidOperationException">The response is finished.</exception>
    public void SendEarlyHints(params ReadOnlySpan<string> links)
    {
        MustNotBeFinished();
        var lines = new HttpResponseHeaders(this, isTrailers: true);
        foreach (var link in links)
        {
            lines.Add("Link", link);
        }

        if (Request.IsHttp11 && !HasStarted)
        {
            _exchange.Channel?.Answering.SendHints(_exchange, lines);
        }
    }

    /// <summary>Ends the body with the trailers.</summary>
    internal void WriteTrailers(OutputBuffer output)
    {
        var trailers = _exchange.Protocol.BeginTrailers(output);
        _trailers!.WriteTo(trailers);
        trailers.End();
    }
}
