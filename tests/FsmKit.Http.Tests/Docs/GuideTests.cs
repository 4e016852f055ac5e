using System.Buffers;
using FsmKit.Http.Tests.Examples;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that the examples of the guide are code of these tests, and work as the guide says.</summary>
public class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "http-protocol.md"));

    [Theory]
    [InlineData("http.md", 4)]
    [InlineData("http-protocol.md", 2)]
    [InlineData("http-streaming.md", 4)]
    [InlineData("http-watching.md", 2)]
    public void Every_example_is_code_of_these_tests(string guide, int count)
    {
        var examples = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", guide)).Split("```csharp\n").Skip(1)
            .Select(static rest => Joined(rest[..rest.IndexOf("```", StringComparison.Ordinal)])).ToList();
        var folder = Path.Combine(RepositoryRoot.Path, "tests/FsmKit.Http.Tests/Docs");
        var sources = Directory.GetFiles(folder, "*.cs").Select(static file => Joined(File.ReadAllText(file))).ToList();
        Assert.Equal(count, examples.Count);
        Assert.All(examples, example => Assert.Contains(sources, source => source.Contains(example, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_greeter_greets()
    {
        using var greeter = new Greeter();
        var output = new ArrayBufferWriter<byte>();
        var input = Wire.Bytes("GET / HTTP/1.1\nHost: a\n\nPOST / HTTP/1.1\nHost: a\nContent-Length: 2\n\nhiGET /");
        Assert.Equal(input.Length - 5, greeter.Answer(input, false, output));
        Assert.Equal(3, Wire.Text(output.WrittenSpan).Split("HTTP/1.1 200 OK¶Content-Length: 13¶").Length);
        output.ResetWrittenCount();
        greeter.Answer("GET /\r\n"u8, true, output);
        Assert.StartsWith("HTTP/1.1 400 Bad Request¶", Wire.Text(output.WrittenSpan));
    }

    [Fact]
    public void Every_limit_is_in_the_guide() => Assert.All(
        typeof(HttpLimits).GetProperties().Where(static property => property.Name != nameof(HttpLimits.Default)),
        static property => Assert.Contains($"`{property.Name}`", Guide));

    private static string Joined(string text) => string.Join('\n', text.Split('\n').Select(static line => line.Trim()).Where(static line => line != ""));
}
