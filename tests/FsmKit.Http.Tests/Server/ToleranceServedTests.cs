using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that tolerated requests reach the application, end to end, and that a strict server refuses them.</summary>
public class ToleranceServedTests
{
    [Theory]
    [InlineData("GET /s?q=a|b HTTP/1.1\nHost: a\n\n", "GET /s q=a|b a", 400)]
    [InlineData("GET /s?q=20% HTTP/1.1\nHost: a\n\n", "GET /s q=20% a", 400)]
    [InlineData("GET /%E9%0A HTTP/1.1\nHost: a\n\n", "GET /%E9\n  a", 400)]
    [InlineData("GET / HTTP/1.1\nHost:\n\n", "GET /  ", 400)]
    [InlineData("GET / HTTP/1.1\nHost: a=b:0\n\n", "GET /  a=b:0", 400)]
    [InlineData("PURGE /x HTTP/1.1\nHost: a\n\n", "PURGE /x  a", 501)]
    [InlineData("GET / HTTP/1.1\nHost: a\nReferer: x\nReferer: y\n\n", "GET /  a", 400)]
    [InlineData("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: ,chunked\n\n0\n\n", "POST /  a", 400)]
    [InlineData("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n0\nDate: x\n\n", "POST /  a", 400)]
    public void It_is_served_or_refused_as_the_server_was_told(string request, string says, int strict)
    {
        foreach (var limits in new[] { HttpLimits.Default, HttpLimits.Strict })
        {
            using var bench = new HttpBench();
            var server = bench.Serve(
                static (request, response) => response.Send(Encoding.Latin1.GetBytes(
                    $"{Encoding.ASCII.GetString(request.MethodName)} {request.Path} {Wire.Text(request.RawQuery)} {Wire.Text(request.Authority)}")),
                server => server.Limits = limits);
            var answer = bench.Connect(server, request).Only();
            Assert.Equal(limits == HttpLimits.Default ? 200 : strict, answer.Status);
            Assert.Equal(limits == HttpLimits.Default ? says : answer.Text, answer.Text);
        }
    }

    [Fact]
    public void Dropped_trailers_are_counted_and_the_connection_goes_on()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (request, response) => response.Send(Encoding.ASCII.GetBytes($"{request.Trailers.Count}")));
        const string Post = "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n0\nDate: x\nX: y\nContent-Type: z\n\n";
        var peer = bench.Connect(server, Post + Post);
        Assert.Equal(["1", "1"], peer.Answers().Select(static answer => answer.Text));
        Assert.Equal(4, server.DroppedTrailers);
    }

    [Fact]
    public void Any_method_is_the_applications_to_refuse()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (request, response) => response.Send(request.Method == KnownMethod.Other ? 405 : 200, "text/plain"u8, ""u8));
        Assert.Equal(405, bench.Connect(server, "PURGE / HTTP/1.1\nHost: a\n\n").Only().Status);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("MaxFields=50;strict_targets=yes", "MaxFields=50;StrictTargets=true")]
    [InlineData("AcceptEmptyHost=false; TargetWinsOverHost=1;", "AcceptEmptyHost=false;TargetWinsOverHost=true")]
    [InlineData("strict", "StrictTargets=true;StrictHosts=true;AcceptEmptyHost=false;AcceptUnknownMethods=false;StrictFields=true;StrictFraming=true")]
    [InlineData("Strict;StrictHosts=no;StrictFields=no;StrictFraming=no;AcceptUnknownMethods=yes", "StrictTargets=true;AcceptEmptyHost=false")]
    public void Limits_are_read_from_text(string text, string same)
    {
        var limits = HttpLimits.Parse(text);
        Assert.Equal(same, limits.ToString());
        Assert.Equal(same, HttpLimits.Parse(same).ToString());
    }

    [Theory]
    [InlineData("MaxFields", "HTTP limits have no 'MaxFields'.")]
    [InlineData("Fields=1", "HTTP limits have no 'Fields=1'.")]
    [InlineData("MaxFields=many", "MaxFields of the HTTP limits cannot be 'many'.")]
    [InlineData("StrictHosts=perhaps", "StrictHosts of the HTTP limits cannot be 'perhaps'.")]
    [InlineData("MaxFields=0", "The limits 'MaxFields=0' hold a number that is too small or too large.")]
    [InlineData("MaxFields=99999999999", "The limits 'MaxFields=99999999999' hold a number that is too small or too large.")]
    public void Text_that_is_no_limit_is_told(string text, string says)
    {
        Assert.StartsWith(says, Assert.Throws<ParameterException>(() => HttpLimits.Parse(text)).Message, StringComparison.Ordinal);
        Assert.False(HttpLimits.TryParse(text, null, out _));
    }

    [Fact]
    public void All_limits_have_a_text_and_are_kept_where_sizes_change()
    {
        foreach (var property in typeof(HttpLimits).GetProperties().Where(static property => property.CanWrite))
        {
            var value = property.GetValue(HttpLimits.Default);
            var text = value is bool isOn ? $"{property.Name}={(isOn ? "false" : "true")}" : $"{property.Name}=77";
            var limits = HttpLimits.Parse(text);
            Assert.NotEqual(value, property.GetValue(limits));
            Assert.Equal(text, limits.ToString());
            var sized = limits.With(limits.MaxHeadBytes, limits.MaxBodyBytes);
            Assert.Equal(text, sized.ToString());
        }
    }

    [Fact]
    public void The_limits_of_a_server_can_be_a_setting()
    {
        using var app = new GAplic("app", new GAplicOptions { Settings = [new("GHttpServer.Limits", "Strict;MaxFields=7")] });
        var server = app.Create<GHttpServer>("http", static server => server.Host = "127.0.0.1");
        Assert.True(server.Limits is { MaxFields: 7, StrictTargets: true });
        Assert.True(server.Context.Options.Limits is { MaxFields: 7, StrictTargets: true });
    }
}
