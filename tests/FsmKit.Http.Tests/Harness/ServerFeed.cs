namespace FsmKit.Http.Tests;

/// <summary>A server that answers every request, as soon as it is complete, with an empty 200; CONNECT with 405.</summary>
/// <param name="limits">Limits of requests.</param>
/// <param name="switches">True answers an offer to switch with 101, and CONNECT with 200.</param>
/// <param name="http">A connection that was another one before, instead of a new one.</param>
internal sealed class ServerFeed(HttpLimits? limits = null, bool switches = false, HttpServerProtocol? http = null) : Feed
{
    public HttpServerProtocol Http { get; } = http ?? New(limits);

    /// <summary>Largest size of the body of each request in bytes; null takes the size in the limits.</summary>
    public long? MaxBodyBytes { get; init; }

    private (bool Wants, bool IsConnect) _offer;

    public static HttpServerProtocol New(HttpLimits? limits = null) =>
        new(new HttpServerOptions { Limits = limits ?? HttpLimits.Default, SendsDate = false });

    protected override bool Step(ReadOnlySpan<byte> input, bool isEnd, out int consumed)
    {
        var read = Http.Read(input, isEnd);
        consumed = read.Consumed;
        Mark(Http, read);
        switch (read.Kind)
        {
            case HttpEventKind.NeedMore when isEnd:
                throw new InvalidOperationException("It wants more behind the end.");
            case HttpEventKind.NeedMore:
                Http.WriteContinue(Output);
                return false;
            case HttpEventKind.Request:
                Note(read.Request);
                Http.MaxBodyBytes = MaxBodyBytes ?? Http.MaxBodyBytes;
                break;
            case HttpEventKind.Data:
                SayData(read.Data);
                break;
            case HttpEventKind.End:
                SayEnd(read.Trailers);
                Answer();
                break;
            case HttpEventKind.Fault:
                Http.WriteEmptyResponse(Output, read.Fault.Status);
                Finish(read.Fault);
                break;
            case HttpEventKind.Closed:
                Finish("closed");
                break;
            case HttpEventKind.Switched:
                Finish("switched");
                break;
            default:
                throw new InvalidOperationException($"{read.Kind} from a server whose requests are all answered.");
        }

        return true;
    }

    private void Note(HttpRequestHead request)
    {
        Rewriting.Check(request);
        _offer = (request.WantsUpgrade, request.Method == KnownMethod.Connect);
        Mark(request.Fields, (int)request.Method, (int)request.TargetForm, (int)request.Body, request.IsHttp11 ? 1 : 0,
            request.KeepAlive ? 1 : 0, request.ExpectsContinue ? 1 : 0, request.WantsUpgrade ? 1 : 0);
        Say($"{Wire.Text(request.MethodName)} {Wire.Text(request.Target)} {request.TargetForm} path={request.GetPath()} "
            + $"query={Wire.Text(request.RawQuery)} authority={Wire.Text(request.Authority)} 1.{(request.IsHttp11 ? 1 : 0)} "
            + $"{request.Body}:{request.BodyLength}{(request.KeepAlive ? " keep" : " last")}{(request.ExpectsContinue ? " expects" : "")}"
            + $"{(request.WantsUpgrade ? " upgrade" : "")}{Text(request.Fields)}");
    }

    private void Answer()
    {
        if (switches && (_offer.Wants || _offer.IsConnect))
        {
            var head = Http.BeginResponse(Output, _offer.IsConnect ? 200 : 101);
            if (!_offer.IsConnect)
            {
                head.Add(KnownHeader.Upgrade, "other"u8);
            }

            head.End();
            return;
        }

        Http.WriteEmptyResponse(Output, _offer.IsConnect ? 405 : 200);
        if (Http.CanStartNext)
        {
            Http.StartNext();
        }
    }
}
