using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>A client that has sent one request, and reads the response.</summary>
internal sealed class ClientFeed : Feed
{
    public ClientFeed(string method = "GET", string? upgrade = null, HttpLimits? limits = null)
    {
        Http = new HttpClientProtocol(limits);
        var head = Http.BeginRequest(Output, Encoding.ASCII.GetBytes(method), method == "CONNECT" ? "a:443"u8 : "/"u8, "a:443"u8);
        if (upgrade is not null)
        {
            head.Add("Upgrade", upgrade);
        }

        head.End();
        Http.EndRequest(Output);
    }

    public HttpClientProtocol Http { get; }

    protected override bool Step(ReadOnlySpan<byte> input, bool isEnd, out int consumed)
    {
        var read = Http.Read(input, isEnd);
        consumed = read.Consumed;
        Mark(Http, read);
        switch (read.Kind)
        {
            case HttpEventKind.Paused when input.IsEmpty:
                return false;
            case HttpEventKind.NeedMore:
                return isEnd ? throw new InvalidOperationException("It wants more behind the end.") : false;
            case HttpEventKind.Informational or HttpEventKind.Response:
                var response = read.Response;
                Mark(response.Fields, response.Status / 100, (int)response.Body, response.IsHttp11 ? 1 : 0, response.KeepAlive ? 1 : 0);
                Say($"{response.Status} {Wire.Text(response.Reason)} {response.Body}:{response.BodyLength}"
                    + $"{(response.KeepAlive ? " keep" : " last")}{Text(response.Fields)}");
                break;
            case HttpEventKind.Data:
                SayData(read.Data);
                break;
            case HttpEventKind.End:
                SayEnd(read.Trailers);
                break;
            case HttpEventKind.Fault:
                Finish(read.Fault);
                break;
            default:
                Finish(read.Kind switch { HttpEventKind.Closed => "closed", HttpEventKind.Switched => "switched", _ => "paused" });
                break;
        }

        return true;
    }
}
