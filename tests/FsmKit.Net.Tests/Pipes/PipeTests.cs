using System.Buffers;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A connection as two pipes: back-pressure in both directions, and every end of either side.</summary>
public class PipeTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_go_both_ways_in_order()
    {
        using var net = new PipeNet();
        net.Peer.Send("hello"u8);
        net.Settle();
        Assert.Equal("hello", net.Read());
        await net.Pipe.Output.WriteAsync("good "u8.ToArray(), Stopped);
        await net.Pipe.Output.WriteAsync("morning"u8.ToArray(), Stopped);
        net.Settle();
        Assert.Equal("good morning"u8.ToArray(), net.Peer.Receive());
    }

    [Fact]
    public void Bytes_behind_a_frame_go_into_the_pipe()
    {
        using var net = new FrameNet(Framing.Lines(), static session => session.OnFrame = static (session, _) => session.Gsock.OpenPipe());
        using var peer = net.Connect();
        net.Say(peer, "upgrade\nraw\nby", "tes");
        var pipe = net.Session.Gsock.Children.OfType<GPipe>().Single();

        Assert.True(pipe.Input.TryRead(out var read));
        Assert.Equal("raw\nbytes", Encoding.Latin1.GetString(read.Buffer.ToArray()));
        pipe.Input.AdvanceTo(read.Buffer.End);
    }

    [Fact]
    public void A_reader_that_is_behind_stops_the_receiving_and_gets_everything()
    {
        using var net = new PipeNet();
        var bytes = new byte[1_000_000];
        new Random(1).NextBytes(bytes);
        var sent = 0;
        for (var more = -1; more != 0; sent += more)
        {
            more = net.Peer.Send(bytes.AsSpan(sent));
            net.Settle();
        }

        Assert.InRange(sent, 100_000, 400_000);
        Assert.True(net.Session.Gsock.IsReceivePaused);
        var got = new List<byte>();
        while (got.Count < bytes.Length)
        {
            sent += net.Peer.Send(bytes.AsSpan(sent));
            net.Settle();
            Assert.True(net.Pipe.Input.TryRead(out var read));
            got.AddRange(read.Buffer.ToArray());
            net.Pipe.Input.AdvanceTo(read.Buffer.End);
            net.Settle();
        }

        Assert.Equal(bytes, got);
        Assert.False(net.Session.Gsock.IsReceivePaused);
    }

    [Fact]
    public void A_peer_that_is_behind_stops_the_writer_and_gets_everything()
    {
        using var net = new PipeNet();
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        var flush = net.Pipe.Output.WriteAsync(bytes, Stopped).AsTask();
        net.Settle();
        Assert.False(flush.IsCompleted);
        Assert.InRange(net.Session.Gsock.PendingBytes, 1, 128 * 1024);
        var got = new List<byte>();
        while (got.Count < bytes.Length)
        {
            var more = net.Peer.Receive();
            Assert.NotEmpty(more);
            got.AddRange(more);
            net.Settle();
        }

        Assert.Equal(bytes, got);
        Assert.True(SpinWait.SpinUntil(() => flush.IsCompleted, TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task After_the_end_of_the_peers_stream_the_writer_goes_on_until_it_completes()
    {
        using var net = new PipeNet();
        net.Peer.Send("last"u8);
        net.Peer.End();
        net.Settle();
        Assert.Equal("last", net.Read(isLast: true));
        await net.Pipe.Output.WriteAsync("answer"u8.ToArray(), Stopped);
        net.Settle();
        Assert.False(net.Peer.IsEnded);
        await net.Pipe.Output.CompleteAsync();
        net.Settle();

        Assert.Equal("answer"u8.ToArray(), net.Peer.Receive());
        Assert.True(net.Peer.IsEnded);
        Assert.Equal((0, "disconnected Dropped"), (net.Server.NGsocks, net.Heard[^2]));
    }

    [Fact]
    public async Task A_completed_writer_ends_the_stream_and_the_reader_goes_on()
    {
        using var net = new PipeNet();
        await net.Pipe.Output.WriteAsync("request"u8.ToArray(), Stopped);
        await net.Pipe.Output.CompleteAsync();
        net.Settle();
        Assert.Equal("request"u8.ToArray(), net.Peer.Receive());
        Assert.True(net.Peer.IsEnded);
        net.Peer.Send("response"u8);
        net.Settle();
        Assert.Equal("response", net.Read());
        net.Peer.End();
        net.Settle();
        Assert.Equal("", net.Read(isLast: true));
        Assert.Equal(0, net.Server.NGsocks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_end_before_its_time_is_an_error_of_the_reader_and_frees_the_writer(bool byPeer)
    {
        using var net = new PipeNet();
        var flush = net.Pipe.Output.WriteAsync(new byte[1_000_000], Stopped).AsTask();
        net.Settle();
        Assert.False(flush.IsCompleted);
        if (byPeer)
        {
            net.Peer.Reset();
            net.Settle();
        }
        else
        {
            net.Session.Destroy();
        }

        Assert.True((await flush.WaitAsync(TimeSpan.FromSeconds(60), Stopped)).IsCompleted);
        var pipe = net.Pipe;
        var x = await Assert.ThrowsAsync<IOException>(async () => await pipe.Input.ReadAsync(Stopped));
        Assert.Contains(byPeer ? "Broken" : "destroyed", x.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_that_fails_resets_the_connection()
    {
        using var net = new PipeNet();
        net.Pipe.Output.Complete(new InvalidOperationException("as told"));
        net.Settle();
        Assert.Equal(SocketError.ConnectionReset, net.Peer.Error);
        Assert.Equal(0, net.Server.NGsocks);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_reader_that_completes_has_the_rest_dropped_and_both_completed_end_the_connection(bool fails, bool whenBehind)
    {
        using var net = new PipeNet();
        for (var i = 0; i < (whenBehind ? 10 : 0); i++)
        {
            net.Peer.Send(new byte[10_000]);
            net.Settle();
        }

        Assert.Equal(whenBehind, net.Session.Gsock.IsReceivePaused);
        net.Pipe.Input.Complete(fails ? new InvalidOperationException("as told") : null);
        for (var i = 0; i < 100; i++)
        {
            net.Peer.Send(new byte[10_000]);
            net.Settle();
        }

        Assert.False(net.Session.Gsock.IsReceivePaused);
        net.Pipe.Output.Complete();
        net.Settle();
        Assert.True(net.Peer.IsEnded);
        net.Peer.End();
        net.Settle();
        Assert.Equal(0, net.Server.NGsocks);
    }

    [Fact]
    public void A_pipe_needs_a_connection()
    {
        using var net = new MemoryNet();
        Assert.Contains("connected GSock", Assert.Throws<GObjException>(() => net.Client(80).Gsock.OpenPipe()).Message, StringComparison.Ordinal);
    }

    /// <summary>A server whose session opens a pipe, and a peer.</summary>
    private sealed class PipeNet : IDisposable
    {
        private readonly FrameNet _net = new(null, static session => session.OnConnected = static session => session.Gsock.OpenPipe());

        public PipeNet()
        {
            Peer = _net.Connect();
            Session = _net.Session;
            Pipe = Session.Gsock.Children.OfType<GPipe>().Single();
        }

        public MemoryPeer Peer { get; }

        public FrameTalker Session { get; }

        public GPipe Pipe { get; }

        public GServerSock Server => _net.Server;

        public List<string> Heard => _net.Heard;

        public void Settle() => _net.Net.Settle();

        public string Read(bool isLast = false)
        {
            Assert.True(Pipe.Input.TryRead(out var read));
            var text = Encoding.Latin1.GetString(read.Buffer.ToArray());
            Pipe.Input.AdvanceTo(read.Buffer.End);
            Assert.Equal(isLast, read.IsCompleted);
            return text;
        }

        public void Dispose()
        {
            Peer.Dispose();
            _net.Dispose();
        }
    }
}
