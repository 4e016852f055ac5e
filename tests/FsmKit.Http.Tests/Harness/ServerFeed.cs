namespace FsmKit.Http.Tests;

/// <summary>A server that answers every request, as soon as it is complete, with an empty 200; CONNECT with 405.</summary>
/// <param name="limits">What a client may send.</param>
/// <param name="switches">It answers an offer to switch with 101, and CONNECT with 200.</param>
internal sealed class ServerFeed(HttpLimits? limits = null, bool switches = false) : Feed
{
    public HttpServerProtocol Http { get; } = new(new HttpServerOptions { Limits = limits ?? HttpLimits.Default, SendsDate = false });

    private (bool Wants, bool IsConnect) _offer;

    protected override bool Step(ReadOnlySpan<byte> input, bool isEnd, out int consumed)
    {
        var read = Http.Read(input, isEnd);
        consumed = read.Consumed;
        switch (read.Kind)
        {
            case HttpEventKind.NeedMore:
                return isEnd ? throw new InvalidOperationException("It wants more behind the end.") : false;
            case HttpEventKind.Request:
                Note(read.Request);
                Http.WriteContinue(Output);
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
        _offer = (request.WantsUpgrade, request.Method == KnownMethod.Connect);
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
