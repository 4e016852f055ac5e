using System.Net;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace FsmKit.AspNetCore.Tests;

[Topic("Operations")]
public class OperationsTests
{
    [Fact]
    public Task Health_checks() => Twin.Compare(
        static app =>
        {
            app.MapHealthChecks("/health");
            app.MapHealthChecks("/live", new() { Predicate = static check => check.Name == "good" });
        },
        static async talk =>
        {
            Assert.Equal("Healthy", (await talk.Get("/live")).Text);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await talk.Get("/health")).Status);
        },
        static builder => builder.Services.AddHealthChecks().AddCheck("good", static () => HealthCheckResult.Healthy()).AddCheck("bad", static () => HealthCheckResult.Unhealthy()));

    [Fact]
    public Task An_OpenAPI_document() => Twin.Compare(
        static app =>
        {
            app.MapOpenApi();
            app.MapGet("/orders/{id:int}", static (int id, string? q) => TypedResults.Ok(new { id, q })).WithSummary("Finds an order.");
        },
        static async talk =>
        {
            var document = await talk.Get("/openapi/v1.json");
            Assert.Contains("Finds an order.", document.Text, StringComparison.Ordinal);
            Assert.Contains(talk.App.Address.Authority, document.Text, StringComparison.Ordinal);
        },
        static builder => builder.Services.AddOpenApi());

    [Fact]
    public Task Forwarded_headers() => Twin.Compare(
        static app =>
        {
            app.UseForwardedHeaders();
            app.MapGet("/", static (HttpContext context) => $"{context.Request.Scheme} {context.Request.Host} {context.Connection.RemoteIpAddress}:{context.Connection.RemotePort}");
            app.MapGet("/family", static (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Connection.LocalIpAddress} {context.Connection.RemotePort > 0}");
        },
        static async talk =>
        {
            var answer = await talk.Get("/", ("X-Forwarded-For", "192.0.2.7:99"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "shop.example"));
            Assert.Equal("https shop.example 192.0.2.7:99", answer.Text);
            Assert.Equal("127.0.0.1 127.0.0.1 True", (await talk.Get("/family")).Text);
        },
        static builder => builder.Services.Configure<ForwardedHeadersOptions>(static options => options.ForwardedHeaders = ForwardedHeaders.All));

    [Fact]
    public Task Http_logging() => Twin.Compare(
        static app =>
        {
            app.UseHttpLogging();
            app.MapPost("/echo", static async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                return await reader.ReadToEndAsync();
            });
        },
        static async talk =>
        {
            await talk.PostText("/echo", "the body");
            var lines = talk.App.Log.Lines.Where(static line => line.Contains("HttpLog", StringComparison.Ordinal)
                || line.Contains("ody: the body", StringComparison.Ordinal) || line.Contains("Method: POST", StringComparison.Ordinal)).ToList();
            Assert.Contains(lines, static line => line.Contains("RequestBody: the body", StringComparison.Ordinal));
            Assert.Contains(lines, static line => line.Contains("ResponseBody: the body", StringComparison.Ordinal));
        },
        static builder =>
        {
            builder.Logging.AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.Information);
            builder.Services.AddHttpLogging(static logging => logging.LoggingFields = HttpLoggingFields.All);
        });

    [Fact]
    public Task Filtered_hosts_and_a_way_to_https() => Twin.Compare(
        static app =>
        {
            app.UseHostFiltering();
            app.UseHttpsRedirection();
            app.MapGet("/", static () => "served");
        },
        static async talk =>
        {
            Assert.Equal(HttpStatusCode.TemporaryRedirect, (await talk.Get("/x?y", ("Host", "good.example"))).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await talk.Get("/", ("Host", "bad.example"))).Status);
        },
        static builder =>
        {
            builder.Services.AddHostFiltering(static options => options.AllowedHosts = ["good.example"]);
            builder.Services.AddHttpsRedirection(static options => options.HttpsPort = 444);
        });
}
