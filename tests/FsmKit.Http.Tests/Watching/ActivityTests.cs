using System.Diagnostics;
using System.Net;
using Xunit;

namespace FsmKit.Http.Tests;

[Collection(nameof(WatchingAlone))]
public class ActivityTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly RequestEnds Ends = new(
        IPEndPoint.Parse("10.0.0.1:8443"), IPEndPoint.Parse("[::ffff:10.0.0.2]:4711"), IPEndPoint.Parse("203.0.113.7:5000"), IsSecure: true);

    [Fact]
    public void Nobody_listening_there_is_none()
    {
        Assert.Null(Start("GET / HTTP/1.1\nHost: a\n\n"));
        HttpActivities.End(null, 200);
        using (HttpActivities.Enter(null))
        {
            Assert.Null(Activity.Current);
        }
    }

    [Fact]
    public void It_says_what_was_asked_and_how_it_ended()
    {
        using var listener = new Listening();
        var activity = Start("GET /a%20b?c=d HTTP/1.1\nHost: shop.example:8443\nUser-Agent: curl/8\n\n")!;
        HttpActivities.End(activity, 404);

        Assert.Equal(
            "GET Server: http.request.method=GET url.scheme=https url.path=/a%20b network.protocol.version=1.1 url.query=c=d "
            + "server.address=shop.example server.port=8443 network.peer.address=10.0.0.2 network.peer.port=4711 client.address=203.0.113.7 "
            + "user_agent.original=curl/8 http.response.status_code=404 Unset",
            Text(activity));
        Assert.Equal(default, activity.ParentSpanId);
        Assert.True(activity.IsStopped);
        Assert.Equal(activity, Assert.Single(listener.Stopped));
        Assert.Contains(new("url.path", "/a%20b"), listener.Sampled);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\nHost: shop.example\n\n", "server.address=shop.example server.port=443")]
    [InlineData("GET / HTTP/1.1\nHost: [2001:db8::1]:81\n\n", "server.address=2001:db8::1 server.port=81")]
    [InlineData("GET / HTTP/1.1\nHost: [2001:db8::1]\n\n", "server.address=2001:db8::1 server.port=443")]
    [InlineData("GET / HTTP/1.0\n\n", "server.address=10.0.0.1 server.port=8443")]
    public void The_server_is_what_the_client_calls_it(string request, string expected)
    {
        using var listener = new Listening();
        Assert.Contains(expected, Text(Start(request)!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_of_a_clients_invention_is_no_name()
    {
        using var listener = new Listening();
        var text = Text(Start("BREW / HTTP/1.1\nHost: a\n\n")!);
        Assert.StartsWith("HTTP Server: http.request.method=_OTHER ", text, StringComparison.Ordinal);
        Assert.Contains(" http.request.method_original=BREW ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, null, "500")]
    [InlineData(500, "System.FormatException", "System.FormatException")]
    [InlineData(200, "ResponseCutOff", "ResponseCutOff")]
    [InlineData(0, "RequestCutOff", "RequestCutOff")]
    public void A_failure_is_one(int status, string? error, string expected)
    {
        using var listener = new Listening();
        var activity = Start("GET / HTTP/1.1\nHost: a\n\n");
        HttpActivities.End(activity, status, error);

        Assert.Equal(ActivityStatusCode.Error, activity!.Status);
        Assert.Equal(expected, activity.GetTagItem("error.type"));
        Assert.Equal(status == 0 ? null : status, activity.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public void It_is_a_part_of_the_clients_trace()
    {
        using var listener = new Listening();
        var activity = Start($"GET / HTTP/1.1\nHost: a\nTraceparent: {Parent}\ntracestate: a=1\ntracestate: b=2\n\n")!;

        Assert.Equal("0af7651916cd43dd8448eb211c80319c", activity.TraceId.ToHexString());
        Assert.Equal("b7ad6b7169203331", activity.ParentSpanId.ToHexString());
        Assert.Equal("a=1,b=2", activity.TraceStateString);
        Assert.True(activity.HasRemoteParent);
        Assert.True(activity.Recorded);
    }

    [Theory]
    [InlineData("traceparent: " + Parent + "\ntraceparent: " + Parent)]
    [InlineData("traceparent: 00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("traceparent: 00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")]
    [InlineData("traceparent: \u00FF\"")]
    [InlineData("tracestate: a=1")]
    public void A_malformed_parent_is_none(string fields)
    {
        using var listener = new Listening();
        var activity = Start($"GET / HTTP/1.1\nHost: a\n{fields}\n\n")!;
        Assert.Equal(default, activity.ParentSpanId);
        Assert.NotEqual("0af7651916cd43dd8448eb211c80319c", activity.TraceId.ToHexString());
        Assert.False(activity.HasRemoteParent);
    }

    [Fact]
    public void It_is_current_while_it_is_entered_only_and_requests_of_one_thread_are_no_parents_of_each_other()
    {
        using var listener = new Listening();
        using var outer = new Activity("of the loop").Start();
        var first = Start("GET / HTTP/1.1\nHost: a\n\n")!;
        Assert.Same(outer, Activity.Current);
        using (HttpActivities.Enter(first))
        {
            Assert.Same(first, Activity.Current);
            var second = Start("GET / HTTP/1.1\nHost: a\n\n")!;
            Assert.Null(second.Parent);
            Assert.Same(first, Activity.Current);
        }

        Assert.Same(outer, Activity.Current);
        HttpActivities.End(first, 200);
        Assert.Same(outer, Activity.Current);
    }

    private static Activity? Start(string request)
    {
        using var http = new HttpServerProtocol(new HttpServerOptions { Limits = new HttpLimits { AcceptUnknownMethods = true } });
        return HttpActivities.Start(http.Read(Wire.Bytes(request)).Request, in Ends);
    }

    private static string Text(Activity activity) =>
        $"{activity.DisplayName} {activity.Kind}: {string.Join(' ', activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))} {activity.Status}";

    private sealed class Listening : IDisposable
    {
        private readonly ActivityListener _listener;

        public Listening()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == HttpDiagnostics.ActivitySourceName,
                Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                {
                    Sampled.AddRange(options.Tags ?? []);
                    return ActivitySamplingResult.AllDataAndRecorded;
                },
                ActivityStopped = Stopped.Add,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public List<KeyValuePair<string, object?>> Sampled { get; } = [];

        public List<Activity> Stopped { get; } = [];

        public void Dispose() => _listener.Dispose();
    }
}
