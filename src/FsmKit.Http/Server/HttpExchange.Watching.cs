using System.Diagnostics;

namespace FsmKit.Http;

/// <content>What is told of a request: to the access log, the meter, and whoever traces.</content>
internal sealed partial class HttpExchange
{
    private RequestMeasure _measure;
    private Activity? _activity;
    private DateTimeOffset _begun;

    /// <summary>The status that was answered; 0 before.</summary>
    public int Status { get; set; }

    /// <summary>How much of a body was written.</summary>
    public long WrittenBytes { get; set; }

    /// <summary>Why the request failed, where its status does not tell it.</summary>
    public string? Failure { get; set; }

    /// <summary>A request has begun.</summary>
    public void Open()
    {
        Does(ExchangeSignal.Read);
        (Status, WrittenBytes, Failure) = (0, 0, null);
        Response.Begin();
        _measure = HttpMeter.RequestStarted(Protocol.Request.Method, Context.IsSecure, Channel!.Gaplic.Time);
        if (HttpActivities.IsListened)
        {
            var gsock = Channel.Gsock;
            _activity = HttpActivities.Start(
                Protocol.Request, new RequestEnds(gsock.Sockname, gsock.ProxyPeername ?? gsock.Peername, gsock.Peername, Context.IsSecure));
        }

        if (Context.AccessLog is not null)
        {
            _begun = Channel.Gaplic.Time.GetLocalNow();
        }
    }

    /// <summary>While it lasts, what the application does belongs to the request's activity.</summary>
    public ActivityScope Enter() => HttpActivities.Enter(_activity);

    /// <summary>Tells the end of the request to what listens to it.</summary>
    public void TellEnd()
    {
        if (_measure.Time is not null || _activity is not null || Context.AccessLog is not null)
        {
            Tell();
        }
    }

    private void Tell()
    {
        var head = Protocol.Request;
        var bytes = head.Method == KnownMethod.Head ? 0 : WrittenBytes;
        HttpMeter.RequestEnded(in _measure, new RequestResult(Status, head.IsHttp11, BodyBytes, bytes, Failure));
        HttpActivities.End(_activity, Status, Failure);
        (_measure, _activity) = (default, null);
        Context.AccessLog?.Write(HttpLogLine.Of(head, Channel!.Gsock.Peername, _begun, Status, bytes));
    }

    /// <summary>What came was no request, and was answered nevertheless.</summary>
    public void TellOfNoRequest() => Context.AccessLog?.Write(new HttpLogLine
    {
        Client = Channel!.Gsock.Peername,
        Time = Channel.Gaplic.Time.GetLocalNow(),
        Status = Status,
        BodyBytes = WrittenBytes,
    });
}
