using System.Diagnostics;

namespace FsmKit.AspNetCore.Tests;

[Topic("Isolation of requests")]
public class IsolationTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    [Theory, EveryServer]
    public async Task AsyncLocal_and_Activity_do_not_leak_into_the_next_request(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/{text}", static async (string text, HttpContext context) =>
        {
            var seen = $"{Ambient.Value ?? "none"} {Activity.Current?.GetBaggageItem("text") ?? "none"}";
            Ambient.Value = text;
            Activity.Current?.AddBaggage("text", text);
            if (text.StartsWith("async", StringComparison.Ordinal))
            {
                await Task.Yield();
            }

            return $"{seen} {Ambient.Value} {Activity.Current is not null}";
        }));
        using var wire = await Wire.Connect(app.Address);
        foreach (var text in (string[])["one", "async2", "three", "async4", "five"])
        {
            await wire.Send($"GET /{text} HTTP/1.1\nHost: a\n\n");
            await wire.ReceiveUntil($"none none {text} True");
        }
    }

    [Fact]
    public Task Trace_context_of_the_client() => Twin.Compare(
        static app => app.MapGet("/", static () => $"{Activity.Current!.TraceId} {Activity.Current.ParentSpanId}"),
        static async talk => Assert.Equal(
            "0af7651916cd43dd8448eb211c80319c b7ad6b7169203331",
            (await talk.Get("/", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))).Text));

    [Theory, EveryServer]
    public async Task IHttpContextAccessor_finds_the_request_and_nothing_outside(ServerKind kind)
    {
        await using var app = await RunningApp.Start(
            kind,
            static app => app.MapGet("/{text}", static async (string text, IHttpContextAccessor accessor, HttpContext context) =>
            {
                await Task.Yield();
                return $"{accessor.HttpContext == context} {accessor.HttpContext!.Request.Path}";
            }),
            static builder => builder.Services.AddHttpContextAccessor());
        var texts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => app.Client.GetStringAsync($"/{i}", TestContext.Current.CancellationToken)));
        Assert.Equal(Enumerable.Range(0, 20).Select(static i => $"True /{i}"), texts);
        Assert.Null(app.App.Services.GetRequiredService<IHttpContextAccessor>().HttpContext);
    }

    [Fact]
    public Task Scoped_services_live_as_long_as_the_request() => Twin.Compare(
        static app => app.MapGet("/", static (Scoped one, IServiceProvider services, HttpContext context) =>
        {
            context.Response.RegisterForDispose(one);
            return $"{ReferenceEquals(one, services.GetRequiredService<Scoped>())} {one.IsDisposed} {context.Items.Count}";
        }),
        static async talk =>
        {
            Assert.Equal("True False 0", (await talk.Get("/")).Text);
            Assert.Equal("True False 0", (await talk.Get("/")).Text);
        },
        static builder => builder.Services.AddScoped<Scoped>());

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
