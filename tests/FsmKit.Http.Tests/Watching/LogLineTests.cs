using System.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Format of a line of an access log, octet by octet.</summary>
public class LogLineTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 10, 0, 5, TimeSpan.Zero);

    [Fact]
    public void The_common_format_is_Apaches() => Assert.Equal(
        "203.0.113.7 - - [20/Nov/2026:10:00:05 +0000] \"GET /a?b=c HTTP/1.1\" 200 5120\n", Text(Line(), HttpLogFormat.Common));

    [Fact]
    public void The_combined_format_has_referer_and_user_agent_behind_it()
    {
        Assert.Equal(
            "203.0.113.7 - - [20/Nov/2026:10:00:05 +0000] \"GET /a?b=c HTTP/1.1\" 200 5120 \"http://a/\" \"curl/8.5.0 (x; y)\"\n",
            Text(Line(referer: "http://a/", userAgent: "curl/8.5.0 (x; y)")));
        Assert.EndsWith(" 200 5120 \"-\" \"-\"\n", Text(Line()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /a?b HTTP/1.1\nHost: a\nReferer: http://a/\nUser-Agent: c\n\n", "\"GET /a?b HTTP/1.1\" 404 - \"http://a/\" \"c\"\n")]
    [InlineData("HEAD http://a/b HTTP/1.0\n\n", "\"HEAD http://a/b HTTP/1.0\" 404 - \"-\" \"-\"\n")]
    public void A_request_is_logged_as_it_was_sent(string request, string expected)
    {
        using var http = new HttpServerProtocol();
        var head = http.Read(Wire.Bytes(request)).Request;
        Assert.EndsWith(expected, Text(HttpLogLine.Of(head, null, At, 404, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_no_request_and_what_was_not_answered_are_dashes() => Assert.Equal(
        "203.0.113.7 - - [20/Nov/2026:10:00:05 +0000] \"-\" - -\n",
        Text(new HttpLogLine { Client = new IPEndPoint(IPAddress.Parse("203.0.113.7"), 1), Time = At }, HttpLogFormat.Common));

    [Theory]
    [InlineData("::1", "::1")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    public void A_client_is_its_address(string address, string expected) =>
        Assert.StartsWith(expected + " - - [", Text(Line() with { Client = new IPEndPoint(IPAddress.Parse(address), 1) }), StringComparison.Ordinal);

    [Fact]
    public void A_client_without_an_address_is_a_dash() =>
        Assert.StartsWith("- - - [", Text(Line() with { Client = new DnsEndPoint("a", 1) }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "+0000")]
    [InlineData(60, "+0100")]
    [InlineData(-210, "-0330")]
    [InlineData(825, "+1345")]
    public void The_time_is_written_in_its_offset(int minutes, string expected)
    {
        var time = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 999, TimeSpan.FromMinutes(minutes));
        Assert.Contains($" [03/Feb/2026:04:05:06 {expected}] ", Text(Line() with { Time = time }), StringComparison.Ordinal);
        Assert.Contains($" [03/Feb/2026:04:05:07 {expected}] ", Text(Line() with { Time = time.AddMilliseconds(1) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/\" 200 1\n10.0.0.1 - - [", "/\\x22 200 1\\x0A10.0.0.1 - - [")]
    [InlineData("\\\" x", "\\x5C\\x22 x")]
    [InlineData("␍␊", "\\x0D\\x0A")]
    [InlineData("␀\t\u001B[2J\u007F", "\\x00\\x09\\x1B[2J\\x7F")]
    [InlineData("caf\u00C3\u00A9\u0085\u00FF", "caf\\xC3\\xA9\\x85\\xFF")]
    [InlineData("%22%0A'<>{}", "%22%0A'<>{}")]
    public void Nobody_can_forge_a_line(string hostile, string expected)
    {
        var octets = Wire.Bytes(hostile.Replace('\n', '␊'));
        var line = Line() with { Method = octets, Target = octets, Version = octets, Referer = octets, UserAgent = octets };
        Assert.EndsWith($"] \"{expected} {expected} {expected}\" 200 5120 \"{expected}\" \"{expected}\"\n", Text(line), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_is_one_word() =>
        Assert.StartsWith("203.0.113.7 - a\\x20[b [20/", Text(Line() with { User = "a [b"u8 }), StringComparison.Ordinal);

    [Fact]
    public void What_is_very_long_is_cut_and_fits()
    {
        var long1 = new byte[1_000_000];
        var line = Line() with { User = long1, Method = long1, Target = long1, Version = long1, Referer = long1, UserAgent = long1 };
        var item = string.Concat(Enumerable.Repeat("\\x00", 8192));
        Assert.EndsWith($"\"{item} {item} {item}\" 200 5120 \"{item}\" \"{item}\"\n", Text(line), StringComparison.Ordinal);
    }

    internal static HttpLogLine Line(string target = "/a?b=c", string referer = "", string userAgent = "") => new()
    {
        Client = new IPEndPoint(IPAddress.Parse("203.0.113.7"), 4711),
        Time = At,
        Method = "GET"u8,
        Target = Wire.Bytes(target),
        Version = "HTTP/1.1"u8,
        Status = 200,
        BodyBytes = 5120,
        Referer = Wire.Bytes(referer),
        UserAgent = Wire.Bytes(userAgent),
    };

    private static string Text(HttpLogLine line, HttpLogFormat format = HttpLogFormat.Combined)
    {
        var bytes = new byte[LogLineWriter.Bound(in line)];
        return System.Text.Encoding.Latin1.GetString(bytes, 0, LogLineWriter.Write(in line, format, bytes));
    }
}
