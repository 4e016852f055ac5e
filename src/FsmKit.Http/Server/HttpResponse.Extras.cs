namespace FsmKit.Http;

/// <content>What goes before the head, and behind the body.</content>
public sealed partial class HttpResponse
{
    private HttpResponseHeaders? _trailers;

    /// <summary>
    /// Fields behind the body: to be added until the response is finished. They need a chunked body, so a body whose length was not said is chunked for
    /// them; where none can be (a length that was said, HEAD, HTTP/1.0, a status without a body) they are not sent: whoever sends trailers cannot
    /// rely on their being read (RFC 9110 §6.5.1). A client that wants them says <c>TE: trailers</c>.
    /// </summary>
    public HttpResponseHeaders Trailers => _trailers ??= new HttpResponseHeaders(this, isTrailers: true);

    /// <summary>Whether there are trailers to be sent, if the body turns out to be chunked.</summary>
    internal bool HasTrailers => _trailers is { IsEmpty: false };

    /// <summary>
    /// Sends 103 Early Hints (RFC 8297): what the client will need, while the response is still being made. Nothing is sent to HTTP/1.0, and nothing
    /// when the head is on its way already.
    /// </summary>
    /// <param name="links">Values of <c>Link</c>, as in <c>&lt;/style.css&gt;; rel=preload; as=style</c>.</param>
    /// <exception cref="ArgumentException">A value holds a control character, or one that is no octet.</exception>
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
            _exchange.Channel?.SendHints(_exchange, lines);
        }
    }

    /// <summary>Ends the body, with the trailers if there are any.</summary>
    internal bool WriteEnd(OutputBuffer output)
    {
        var protocol = _exchange.Protocol;
        if (!HasTrailers || !protocol.TakesTrailers)
        {
            return protocol.EndResponse(output);
        }

        var trailers = protocol.BeginTrailers(output);
        _trailers!.WriteTo(trailers);
        trailers.End();
        return true;
    }
}
