using System.Globalization;
using System.Text;
using FsmKit.Http;

namespace FsmKit.Simulations.Http;

/// <content>Answers by events: at once, later, or in parts.</content>
public sealed partial class Manager
{
    private FsmKit.Http.HttpResponse? _answered;

    /// <summary>Whether it also sends answers a second time, in the place of the answer to a later request.</summary>
    public bool Errs { get; set; }

    /// <summary>Number of requests that are answered.</summary>
    public int Answered { get; private set; }

    private void AcAnswer(in EvHttpRequest e)
    {
        var parts = Encoding.ASCII.GetString(e.Request.RawQuery).Split('&');
        var (id, size) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        var (channel, request, response) = (e.Channel, e.Request, e.Response);
        switch (request.Path)
        {
            case "/throw":
                throw new ExpectedException();
            case "/wait":
                return; // Until the server answers in its place.
            case "/hints":
                response.SendEarlyHints("</a>");
                break;
        }

        if (Errs && _answered is { } other && other != response)
        {
            World.Check(channel.Send(new EvHttpResponse(other, "another answer"u8)) == Outcome.Refused, "An answer to another request is taken.");
        }

        response.Headers.Add("X-Id", parts[0]);
        var body = request.Path is "/slurp" or "/ignore" ? [] : Pattern.Body(id, size);
        World.Check(request.Path is not ("/slurp" or "/echo") || request.BodyBytes.SequenceEqual(Pattern.Body(id, size)), $"Request {id} has another body.");
        if (request.Path is "/stream" or "/break")
        {
            Write(response, body, 0, request.Path == "/break" ? size / 2 : int.MaxValue);
        }
        else if (request.Path == "/end")
        {
            AnswerAndAbort(request, response, body);
        }
        else if (World.Choose())
        {
            response.Send(body);
            Answered++;
        }
        else
        {
            _ = Later(channel, response, body);
        }
    }

    /// <summary>Aborts a request that is answered: nothing is aborted, and the next request is not either.</summary>
    private void AnswerAndAbort(FsmKit.Http.HttpRequest request, FsmKit.Http.HttpResponse response, byte[] body)
    {
        response.Send(body);
        request.Abort();
        Answered++;
    }

    private async Task Later(GHttpCliSrv channel, FsmKit.Http.HttpResponse response, byte[] body)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(World.Choose(1, 40)), World.Time);
        Answered++;
        _answered = response;
        if (World.Choose() && !channel.IsDestroyed)
        {
            channel.Send(new EvHttpResponse(response, body));
        }
        else
        {
            response.Send(body);
        }
    }

    private void Write(FsmKit.Http.HttpResponse response, byte[] body, int at, int breaksAt)
    {
        if (at >= breaksAt)
        {
            throw new ExpectedException();
        }

        if (at == body.Length || response.IsOver)
        {
            Answered++;
            response.Finish();
            return;
        }

        var count = Math.Min(World.Choose(500, 30_000), body.Length - at);
        response.Write(body.AsSpan(at, count));
        if (World.Choose(4) == 3)
        {
            Write(response, body, at + count, breaksAt);
        }
        else
        {
            response.Flush(() => Write(response, body, at + count, breaksAt));
        }
    }
}
