using System.Diagnostics;

namespace FsmKit.Http;

/// <content>Reports of a request to the access log, the meter and the tracer.</content>
internal sealed partial class HttpExchange
{
    private RequestMeasure _measure;
    private Activity? _activity;
    private DateTimeOffset _begun;

    /// <summary>The status of the response; 0 before the response.</summary>
    public int Status { get; set; }

    /// <summary>Number of written bytes of the response's body, without framing.</summary>
    public long WrittenBytes { get; set; }

    /// <summary>The failure of the request; null when the status alone tells it.</summary>
    public string? Failure { get; set; }

    /// <summary>Begins the measurement and the activity of a request.</summary>
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

    /// <summary>Makes the activity of the request current until the scope is disposed.</summary>
    public ActivityScope Enter() => HttpActivities.Enter(_activity);

    /// <summary>Reports the end of the request to the access log, the meter and the tracer.</summary>
    public void TellEnd()
    {
        if (_measure.Time is not null || _activity is not null || Context.AccessLog is not null)
        {
            ReportEnd();
        }
    }

    private void ReportEnd()
    {
        var head = Protocol.Request;
        var bytes = head.Method == KnownMethod.Head ? 0 : WrittenBytes;
        HttpMeter.RequestEnded(in _measure, new RequestResult(Status, head.IsHttp11, BodyBytes, bytes, Failure));
        HttpActivities.End(_activity, Status, Failure);
        (_measure, _activity) = (default, null);
        Context.AccessLog?.Write(HttpLogLine.Of(head, Channel!.Gsock.Peername, _begun, Status, bytes));
    }

    /// <summary>Logs input that was no request and was answered.</summary>
    public void TellOfNoRequest() => Context.AccessLog?.Write(new HttpLogLine
    {
        Client = Channel!.Gsock.Peername,
        Time = Channel.Gaplic.Time.GetLocalNow(),
        Status = Status,
        BodyBytes = WrittenBytes,
    });
}
