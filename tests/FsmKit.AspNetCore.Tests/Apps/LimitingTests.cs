using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;

namespace FsmKit.AspNetCore.Tests;

[Topic("Rate limits and timeouts")]
public class LimitingTests
{
    [Fact]
    public Task Rate_limiting() => Twin.Compare(
        static app =>
        {
            app.UseRateLimiter();
            app.MapGet("/", static () => "served").RequireRateLimiting("two");
            app.MapGet("/free", static () => "free");
        },
        static async talk =>
        {
            Assert.Equal("served", (await talk.Get("/")).Text);
            Assert.Equal("served", (await talk.Get("/")).Text);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await talk.Get("/")).Status);
            Assert.Equal("free", (await talk.Get("/free")).Text);
        },
        static builder => builder.Services.AddRateLimiter(static limiter =>
        {
            limiter.RejectionStatusCode = 429;
            limiter.OnRejected = static async (context, cancellation) => await context.HttpContext.Response.WriteAsync("later", cancellation);
            limiter.AddFixedWindowLimiter("two", static window => (window.PermitLimit, window.Window) = (2, TimeSpan.FromHours(1)));
        }));

    [Fact]
    public Task A_request_that_takes_too_long() => Twin.Compare(
        static app =>
        {
            app.UseRequestTimeouts();
            app.MapGet("/", static async (HttpContext context) =>
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return "never";
            }).WithRequestTimeout(new RequestTimeoutPolicy { Timeout = TimeSpan.FromMilliseconds(20), TimeoutStatusCode = 504 });
            app.MapGet("/next", static (HttpContext context) => $"{context.RequestAborted.IsCancellationRequested}");
        },
        static async talk =>
        {
            Assert.Equal(HttpStatusCode.GatewayTimeout, (await talk.Get("/")).Status);
            Assert.Equal("False", (await talk.Get("/next")).Text);
        },
        static builder => builder.Services.AddRequestTimeouts());
}
