using System.Diagnostics.Metrics;
using System.Text;
using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Exceptions outside of handlers, and nested calls: no connection goes on with input that it has lost count of.</summary>
public class FaultingTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";
    private const string Chunked = "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n";

    [Theory]
    [InlineData("http.server.active_requests")]
    [InlineData("http.server.request.duration")]
    public void A_channel_that_throws_is_reset_and_told_once_with_its_peer_and_counted(string instrument)
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(static (_, response) => response.Send("ok"u8));
        var (bad, good) = (bench.Connect(server), bench.Connect(server));
        using (new ThrowingListener(instrument))
        {
            bad.Send(Get + Get + Get);
        }

        good.Send(Get);
        Assert.Equal(("RST", ""), (bad.Ending, bad.Text));
        Assert.Equal(200, good.Only().Status);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.Faulted));
        Assert.Equal(1, server.NChannels);
        var line = Assert.Single(bench.Log);
        Assert.Contains("of 127.0.0.1:", line, StringComparison.Ordinal);
        Assert.EndsWith("on purpose", line, StringComparison.Ordinal);
    }

    /// <summary>The date of the response, and the date of the one that says so.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(100)]
    public void A_clock_that_throws_costs_no_more_than_the_connection(int times)
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(static (_, response) => response.Send("ok"u8));
        var (bad, good) = (bench.Connect(server), bench.Connect(server));
        good.Send(Get);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        bench.Time.Throws = times;
        bad.Send(Get);
        bench.Time.Throws = 0;
        good.Send(Get);
        bench.Settle();

        Assert.Equal(times == 1 ? ("open", 500) : ("RST", 0), (bad.Ending, bad.Answers().FirstOrDefault()?.Status ?? 0));
        Assert.Equal([200, 200], good.Answers().Select(static answer => answer.Status));
        Assert.Equal(times == 1 ? 2 : 1, server.NChannels);
    }

    [Fact]
    public void A_callback_of_a_flush_that_throws_fails_its_response_alone()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        bench.Audience.OnRequest = static e =>
        {
            e.Response.Write("begun"u8);
            e.Response.Flush(static () => throw new NotSupportedException("on purpose"));
        };
        var server = bench.Serve();
        var peer = bench.Connect(server, Get);

        Assert.NotEqual("open", peer.Ending);
        Assert.Equal(1, server.EndedFor(ChannelEndReason.ResponseCutOff));
        Assert.Single(bench.Log);
    }

    [Fact]
    public void One_of_a_finished_response_fails_no_other_one_and_keeps_no_other_callback_from_being_called()
    {
        using var bench = new HttpBench(pipeCapacity: 1000) { ExpectsFaults = true };
        HttpResponse? second = null;
        var flushed = 0;
        bench.Audience.OnRequest = e =>
        {
            if (e.Request.Path == "/1")
            {
                second = e.Response;
                return;
            }

            e.Response.Write(new byte[20_000]);
            e.Response.Flush(static () => throw new NotSupportedException("on purpose"));
            e.Response.Flush(() => flushed++);
            e.Response.Finish();
        };
        var server = bench.Serve();
        var peer = bench.Connect(server);
        peer.Reads = false;
        peer.Send(Ask("0") + Ask("1"));
        Assert.NotNull(second);
        peer.Reads = true;
        bench.Settle();
        Assert.Equal((1, "open"), (flushed, peer.Ending));
        second.Send("two"u8);
        bench.Settle();

        Assert.Equal([200, 200], peer.Answers().Select(static answer => answer.Status));
        Assert.EndsWith("on purpose", Assert.Single(bench.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_throws_between_two_requests_does_not_make_the_connection_deaf()
    {
        using var bench = new HttpBench(pipeCapacity: 1000) { ExpectsFaults = true };
        var server = bench.Serve(static (_, response) =>
        {
            response.Write(new byte[200_000]);
            response.Flush(static () => throw new NotSupportedException("on purpose"));
            response.Finish();
        });
        var peer = bench.Connect(server);
        peer.Reads = false;
        peer.Send(Get + Get + Get);
        peer.Reads = true;
        bench.Settle();

        Assert.Equal([200_000, 200_000, 200_000], peer.Answers().Select(static answer => answer.Body.Length));
        Assert.Equal(3, bench.Log.Count);
    }

    [Fact]
    public void What_is_received_while_it_is_read_comes_behind_what_is_being_read()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (request, response) =>
        {
            if (request.Path == "/0")
            {
                var channel = request.Channel;
                channel.Send(new EvRxData(channel.Gsock, Wire.Bytes(Ask("3"))));
                channel.Send(new EvRxData(channel.Gsock, Wire.Bytes(Ask("4"))));
            }

            response.Send(Encoding.ASCII.GetBytes(request.Path));
        });
        var peer = bench.Connect(server, Ask("0") + Ask("1") + Ask("2"));

        Assert.Equal(["/0", "/1", "/2", "/3", "/4"], peer.Answers().Select(static answer => answer.Text));
    }

    [Fact]
    public void So_does_the_rest_of_a_body_of_which_a_part_had_to_wait()
    {
        using var bench = new HttpBench();
        var held = new TaskCompletionSource();
        var server = bench.Serve(server =>
        {
            server.StreamBodies = true;
            server.AsyncHandler = async (request, response) =>
            {
                await held.Task;
                await request.BodyReader.CopyToAsync(response.BodyWriter);
            };
        });
        var body = new string('x', 300_000);
        var peer = bench.Connect(server, Chunked + $"{body.Length:x}\n{body}\n0\n\n" + Ask("1"));
        held.SetResult();
        bench.Await(() => peer.Answers().Count == 2 && peer.Answers()[1].IsWhole);

        Assert.Equal([body, ""], peer.Answers().Select(static answer => answer.Text));
    }

    [Fact]
    public void A_channel_that_is_made_to_read_while_another_one_reads_keeps_its_answers_to_itself()
    {
        using var bench = new HttpBench();
        var server = bench.Serve((request, response) =>
        {
            if (request.Path == "/1")
            {
                var channel = bench.Audience.Channels[1];
                channel.Send(new EvRxData(channel.Gsock, Wire.Bytes(Ask("b") + Ask("c"))));
            }

            response.Send(Encoding.ASCII.GetBytes(request.Path));
        });
        var peer = bench.Connect(server);
        var other = bench.Connect(server);
        peer.Send(Ask("0") + Ask("1") + Ask("2"));

        Assert.Equal(["/0", "/1", "/2"], peer.Answers().Select(static answer => answer.Text));
        Assert.Equal(["/b", "/c"], other.Answers().Select(static answer => answer.Text));
    }

    [Fact]
    public void A_look_at_a_head_may_close_its_connection()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("ok"u8), static server => server.InspectHead = static request =>
        {
            request.Channel.Send(new EvDrop());
            return 0;
        });
        var peer = bench.Connect(server, Get + Get);

        Assert.Equal(("", true), (peer.Text, peer.Ending != "open"));
        Assert.Equal((0, 1), (server.NChannels, server.EndedFor(ChannelEndReason.ClosedByApplication)));
    }

    private static string Ask(string path) => $"GET /{path} HTTP/1.1\nHost: a\n\n";

    /// <summary>Throws at each measurement that is made in this thread.</summary>
    private sealed class ThrowingListener : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public ThrowingListener(string name)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == HttpDiagnostics.MeterName && instrument.Name == name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, _, _, _) => Throw());
            _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Throw());
            _listener.Start();
        }

        public void Dispose() => _listener.Dispose();

        private void Throw()
        {
            if (Environment.CurrentManagedThreadId == _thread)
            {
                throw new NotSupportedException("on purpose");
            }
        }
    }
}
