using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace FsmKit.AspNetCore.Tests;

/// <summary>The headers of a request as a dictionary, before and after the first change, against those of Kestrel.</summary>
public class RequestHeadersTests
{
    [Fact]
    public Task Look_ups_changes_and_enumeration() => Twin.Compare(
        static app => app.MapGet("/{changes:bool}", static (bool changes, HttpContext context) =>
        {
            var headers = context.Request.Headers;
            if (changes)
            {
                headers["X-New"] = "new";
                headers.Append("X-A", "3");
                headers.Remove("x-gone");
            }

            return string.Join(
                '|',
                headers["x-a"].Count,
                headers["X-None"] == StringValues.Empty,
                headers.ContainsKey("X-GONE"),
                headers.TryGetValue("X-B", out var value) ? value : "none",
                headers.ContentLength?.ToString() ?? "none",
                headers.Count,
                string.Join(';', headers.Keys.Order()),
                string.Join(';', headers.Values.SelectMany(static values => values.ToArray()).Order()),
                headers.Contains(new("X-B", "ü")),
                headers.IsReadOnly,
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        }),
        static async talk =>
        {
            foreach (var path in (string[])["/false", "/true", "/false"])
            {
                using var wire = await Wire.Connect(talk.App.Address);
                await wire.Send($"GET {path}?a=%20 HTTP/1.1\nHost: h\nX-A: 1\nx-a: 2\nX-Gone: g\nX-B: ü\nConnection: close\n\n");
                var received = await wire.ReceiveAll();
                Assert.Contains($"{path}?a=%20", received, StringComparison.Ordinal);
                talk.Note(received[received.IndexOf('|', StringComparison.Ordinal)..received.IndexOf("%20", StringComparison.Ordinal)]);
            }
        });
}
