using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A long body that goes on at once as long as the operating system takes it, and in a callback when it does not.</summary>
public class TryFlushTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";

    [Fact]
    public void Without_output_that_waits_the_result_is_true_and_no_callback_comes()
    {
        using var bench = new HttpBench();
        var calls = 0;
        var peer = bench.Connect(bench.Serve(), Get);
        var response = bench.Audience.Requests[0].Response;
        response.Write("a part"u8);
        Assert.True(response.TryFlush(() => calls++));
        bench.Settle();

        Assert.Contains("a part", peer.Text, StringComparison.Ordinal);
        Assert.Equal(0, calls);
    }

    [Fact]
    public void With_output_that_waits_the_callback_comes_when_all_is_sent()
    {
        using var bench = new HttpBench();
        var calls = 0;
        var peer = bench.Connect(bench.Serve(), Get);
        var response = bench.Audience.Requests[0].Response;
        peer.Reads = false;
        response.Write(new byte[500_000]);
        Assert.False(response.TryFlush(() => calls++));
        bench.Settle();
        Assert.Equal(0, calls);

        peer.Reads = true;
        bench.Settle();
        Assert.Equal(1, calls);
        Assert.True(response.TryFlush(() => calls++));
        response.Finish();
        bench.Settle();
        Assert.Equal(500_000, peer.Only().Text.Length);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void After_64_KiB_at_once_the_other_connections_have_their_turn()
    {
        using var bench = new HttpBench();
        var (sent, calls) = (0, 0);
        var peer = bench.Connect(bench.Serve(), Get);
        var request = bench.Audience.Requests[0];
        do
        {
            request.Response.Write(new byte[1024]);
            if (++sent == 32)
            {
                // The peer takes what there is, so that the network has room.
                bench.Settle();
            }
        }
        while (sent < 1000 && request.Response.TryFlush(() => calls++));

        Assert.InRange(sent, 63, 64);
        Assert.Equal((0, 0), (request.Channel.Gsock.PendingBytes, calls));
        bench.Settle();
        Assert.Equal(1, calls);
        request.Response.Write(new byte[1024]);
        Assert.True(request.Response.TryFlush(() => calls++));
        request.Response.Finish();
        bench.Settle();
        Assert.Equal((sent + 1) * 1024, peer.Only().Body.Length);
    }

    [Fact]
    public void For_a_client_that_is_gone_the_result_is_false_and_no_callback_comes()
    {
        using var bench = new HttpBench();
        var calls = 0;
        var peer = bench.Connect(bench.Serve(), Get);
        var response = bench.Audience.Requests[0].Response;
        response.Write("a part"u8);
        peer.Reset();
        bench.Settle();

        Assert.False(response.TryFlush(() => calls++));
        bench.Settle();
        Assert.Equal(0, calls);
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(70_000)]
    [InlineData(300_000)]
    public void Parts_that_are_sent_uncopied_stay_in_order_with_small_ones(int size)
    {
        using var bench = new HttpBench();
        var body = new byte[size + 20];
        new Random(size).NextBytes(body);
        var peer = bench.Connect(bench.Serve(), Get);
        var response = bench.Audience.Requests[0].Response;
        response.ContentLength = body.Length;
        response.Write(body.AsSpan(0, 10));
        response.Write(body.AsSpan(10, size));
        response.Write(body.AsSpan(size + 10));
        response.Finish();
        bench.Settle();

        Assert.Equal(body, peer.Only().Body.ToArray());
    }
}
