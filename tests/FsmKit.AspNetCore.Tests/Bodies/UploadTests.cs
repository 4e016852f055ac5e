using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace FsmKit.AspNetCore.Tests;

[Topic("Uploads")]
public class UploadTests
{
    private const int Checked = 128 << 20;
    private const int MostMemory = 400 << 20;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Large_bodies_are_streamed(bool hasLength) => Stream(64L << 20, hasLength);

    [Fact, Trait("Category", "Slow")]
    public Task Very_large_bodies_are_streamed() => Stream(1L << 30, hasLength: true);

    [Fact]
    public Task Limits_of_endpoints_and_of_the_server() => Twin.Compare(
        static app =>
        {
            app.MapControllers();
            app.MapPost("/small", [RequestSizeLimit(10)] static async (HttpRequest request) => await Length(request));
            app.MapPost("/usual", static async (HttpRequest request) => await Length(request));
            app.MapPost("/free", [DisableRequestSizeLimit] static async (HttpRequest request) => await Length(request));
            app.MapPost("/feature", static async (HttpContext context) =>
            {
                var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>()!;
                var before = limit.MaxRequestBodySize;
                limit.MaxRequestBodySize = 20;
                var length = await Length(context.Request);
                return $"{before} {length} {limit.IsReadOnly}";
            });
        },
        static async talk =>
        {
            Assert.Equal("10", (await talk.PostText("/small", "0123456789")).Text);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await talk.PostText("/small", "0123456789a")).Status);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await talk.PostText("/mvc/orders/limited", "0123456789a")).Status);
            Assert.Equal("0123456789", (await talk.PostText("/mvc/orders/limited", "0123456789")).Text);
            Assert.Equal("30000000 20 True", (await talk.PostText("/feature", new string('a', 20))).Text);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await talk.PostText("/feature", new string('a', 21))).Status);
            using var chunked = new PatternContent(100, hasLength: false);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await talk.Post("/small", chunked)).Status);
            using var large = new PatternContent(30_000_001, hasLength: true);
            Assert.Equal("30000001", (await talk.Post("/free", large)).Text);
        },
        static builder => builder.Services.AddControllersWithViews());

    [Fact]
    public Task Bodies_that_nobody_reads() => Twin.Compare(
        static app => app.MapPost("/", static () => "unread"),
        static async talk =>
        {
            for (var i = 0; i < 3; i++)
            {
                using var body = new PatternContent(100_000, hasLength: i > 0);
                Assert.Equal("unread", (await talk.Post("/", body)).Text);
            }
        });

    [Fact]
    public Task Bodies_that_are_read_twice_through_the_pipe_and_in_parts() => Twin.Compare(
        static app =>
        {
            app.MapPost("/twice", static async (HttpRequest request) =>
            {
                request.EnableBuffering(10);
                var first = await Text(request);
                request.Body.Position = 0;
                return first + await Text(request);
            });
            app.MapPost("/pipe", static async (HttpContext context) =>
            {
                var reader = context.Request.BodyReader;
                var (sum, isDone) = (0L, false);
                while (!isDone)
                {
                    var read = await reader.ReadAtLeastAsync(1000);
                    sum += read.Buffer.Length;
                    isDone = read.IsCompleted;
                    reader.AdvanceTo(read.Buffer.End);
                }

                await reader.CompleteAsync();
                return $"{sum} {context.Request.ContentLength} {context.Features.Get<IHttpRequestBodyDetectionFeature>()!.CanHaveBody}";
            });
        },
        static async talk =>
        {
            Assert.Equal("some textsome text", (await talk.PostText("/twice", "some text")).Text);
            Assert.Equal("5000 5000 True", (await talk.PostText("/pipe", new string('a', 5000))).Text);
            Assert.Equal("0 0 False", (await talk.PostText("/pipe", "")).Text);
            await talk.Post("/pipe", null);
        });

    private static async Task<string> Length(HttpRequest request)
    {
        var output = new MemoryStream();
        await request.Body.CopyToAsync(output);
        return $"{output.Length}";
    }

    private static async Task<string> Text(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Sends a body to a reader that drops all bytes, and expects that the server keeps few of them.</summary>
    private static Task Stream(long length, bool hasLength) => Twin.Compare(
        static app => app.MapPost("/", [DisableRequestSizeLimit] static async (HttpContext context) =>
        {
            var buffer = new byte[64 * 1024];
            var (total, most) = (0L, 0L);
            for (var count = 1; count > 0; total += count)
            {
                count = await context.Request.Body.ReadAsync(buffer);
                most = total / Checked == (total + count) / Checked ? most : Math.Max(most, GC.GetTotalMemory(true));
            }

            return $"{total} {most < MostMemory}";
        }),
        async talk =>
        {
            using var body = new PatternContent(length, hasLength);
            Assert.Equal($"{length} True", (await talk.Post("/", body)).Text);
        });

    [Theory, EveryServer]
    public async Task The_lowest_rates_of_bodies_are_those_of_the_server_until_an_endpoint_changes_them(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/{changes:bool}", static (bool changes, HttpContext context) =>
        {
            var request = context.Features.GetRequiredFeature<IHttpMinRequestBodyDataRateFeature>();
            var response = context.Features.GetRequiredFeature<IHttpMinResponseDataRateFeature>();
            return Describe(() => request.MinDataRate, rate => request.MinDataRate = rate, changes)
                + " " + Describe(() => response.MinDataRate, rate => response.MinDataRate = rate, changes);
        }));
        const string Usual = "240 00:00:05", Changed = Usual + " 100.5 00:00:07 True";
        Assert.Equal($"{Changed} {Changed}", await app.Client.GetStringAsync("/true", TestContext.Current.CancellationToken));
        Assert.Equal($"{Usual} {Usual}", await app.Client.GetStringAsync("/false", TestContext.Current.CancellationToken));

        static string Describe(Func<MinDataRate?> get, Action<MinDataRate?> set, bool changes)
        {
            var before = $"{get()?.BytesPerSecond} {get()?.GracePeriod}";
            if (changes)
            {
                set(new MinDataRate(100.5, TimeSpan.FromSeconds(7)));
                before += $" {get()?.BytesPerSecond} {get()?.GracePeriod}";
                set(null);
                before += $" {get() is null}";
            }

            return before;
        }
    }
}
