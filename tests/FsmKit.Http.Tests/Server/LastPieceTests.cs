using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that the end of a response sends all bytes written before it, also without any more to write.</summary>
public class LastPieceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public void A_last_piece_goes_out_with_the_end_of_a_response_of_known_length(int size)
    {
        using var bench = new HttpBench();
        var server = bench.Serve();
        bench.Audience.OnRequest = e =>
        {
            var response = e.Response;
            response.ContentLength = 60_000 + size;
            response.Write(new byte[60_000]);
            response.Flush(() =>
            {
                response.Write(new byte[size]);
                response.Finish();
            });
        };
        var answer = bench.Connect(server, "GET / HTTP/1.1\nHost: a\n\n").Only();

        Assert.True(answer.IsWhole);
        Assert.Equal(60_000 + size, answer.Text.Length);
    }
}
