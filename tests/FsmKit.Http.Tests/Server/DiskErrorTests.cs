using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Tests that run alone: the folder of temporary files is a setting of the process.</summary>
[CollectionDefinition(nameof(DiskErrorTests), DisableParallelization = true)]
public class DiskErrorsAlone;

/// <summary>Checks that a full disk fails the request, and nothing else.</summary>
[Collection(nameof(DiskErrorTests))]
public class DiskErrorTests
{
    [Fact]
    public void A_body_that_cannot_be_kept_is_500()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(static (_, response) => response.Send("fine"u8), static server => server.InbufOverflow = 10);
        var other = bench.Connect(server);
        var place = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", "/nowhere/at/all");
        try
        {
            var peer = bench.Connect(server, $"POST / HTTP/1.1\nHost: a\nContent-Length: 5000\n\n{new string('x', 5000)}");
            bench.Await(() => peer.Answers().Count == 1);
            Assert.Equal(500, peer.Only().Status);
            Assert.True(peer.Only().Closes);
            Assert.DoesNotContain("nowhere", peer.Only().Text, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", place);
        }

        Assert.Contains(bench.Log, static line => line.Contains("cannot keep a body", StringComparison.Ordinal));
        other.Send("GET / HTTP/1.1\nHost: a\n\n");
        Assert.Equal("fine", other.Only().Text);
    }
}
