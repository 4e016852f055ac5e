using System.Buffers;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Gobjs that read bodies while they come.</summary>
public sealed class SubscriberTests
{
    private const string Chunked = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";

    [Fact]
    public void A_gobj_reads_bodies_while_they_come_and_answers_behind_them()
    {
        Uploads? uploads = null;
        using var rig = new AsyncRig(static server => server.StreamBodies = true, app => uploads = app.Create<Uploads>("uploads"));
        var (one, other) = (rig.Connect(), rig.Connect());
        one.Send(Chunked + "3\r\nabc\r\n");
        other.Send(Chunked + "5\r\nhello\r\n");
        Assert.Equal(8, uploads!.Bytes);
        one.Send("2\r\nde\r\n0\r\n\r\n" + Chunked + "0\r\n\r\n");
        other.Reset();

        Assert.Contains("\r\n\r\n5 bytes", one.Text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n0 bytes", one.Text, StringComparison.Ordinal);
        Assert.Equal((10, 1), (uploads.Bytes, uploads.CutOff));
    }

    [Fact]
    public void A_gobj_may_answer_through_the_pipe_and_later()
    {
        HttpResponse? later = null;
        using var rig = new AsyncRig(static _ => { }, app => app.Create<Answering>("app", answering => answering.Act = e => later = e.Response));
        var peer = rig.Connect();
        peer.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n");
        var first = later!;
        first.BodyWriter.Write("hello"u8);
        first.Finish();
        rig.Settle();
        Assert.EndsWith("Content-Length: 5\r\n", peer.Text.Split("\r\nDate")[0] + "\r\n", StringComparison.Ordinal);
        Assert.NotSame(first, later);

        later!.BodyWriter.Write("one"u8);
        _ = later.BodyWriter.FlushAsync(TestContext.Current.CancellationToken).AsTask();
        rig.Settle();
        later.BodyWriter.Write("two"u8);
        later.BodyWriter.Complete();
        rig.Settle();
        Assert.EndsWith("\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => later.BodyWriter);
    }

    [Fact]
    public void What_a_gobj_has_kept_serves_another_request_when_it_is_released()
    {
        EvHttpRequest asked = default;
        using var rig = new AsyncRig(static _ => { }, app => app.Create<Answering>("app", answering => answering.Act = e => asked = e));
        var peer = rig.Connect();
        peer.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        var first = asked.Request;
        first.Release();
        Assert.False(first.Response.IsOver);
        first.Response.Send("one"u8);
        first.Release();
        first.Release();
        peer.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        Assert.Same(first, asked.Request);

        // A client that is gone leaves its request to the gobj until the gobj lets go of it.
        peer.Reset();
        var other = rig.Connect();
        other.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        var second = asked.Request;
        Assert.NotSame(first, second);
        first.Release();
        second.Response.Send("two"u8);
        var third = rig.Connect();
        third.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        Assert.Same(first, asked.Request);
        Assert.EndsWith("\r\n\r\ntwo", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gobj_may_look_at_what_is_there_without_waiting()
    {
        EvHttpRequest asked = default;
        using var rig = new AsyncRig(static server => server.StreamBodies = true, app => app.Create<Answering>("app", answering => answering.Act = e => asked = e));
        var peer = rig.Connect();
        peer.Send(Chunked);
        Assert.False(asked.Request.BodyReader.TryRead(out _));
        peer.Send("5\r\nhello\r\n");
        Assert.True(asked.Request.BodyReader.TryRead(out var read));
        Assert.Equal("hello", Encoding.ASCII.GetString(read.Buffer.FirstSpan));
        asked.Request.BodyReader.AdvanceTo(read.Buffer.End);

        // The rest is skipped: it is answered before the end.
        asked.Response.Send("enough"u8);
        peer.Send("5\r\nworld\r\n0\r\n\r\n" + Chunked);
        Assert.EndsWith("\r\n\r\nenough", peer.Text, StringComparison.Ordinal);
        Assert.False(peer.IsOver);
    }
}

/// <summary>Runs the test's action with each request.</summary>
[GClass]
[Input<EvHttpRequest>]
internal sealed partial class Answering : GObj
{
    private enum State : byte
    {
        /// <summary>Answering.</summary>
        [On<EvHttpRequest>(nameof(AcAnswer))]
        Serving,
    }

    public Action<EvHttpRequest> Act { get; set; } = static _ => { };

    private void AcAnswer(in EvHttpRequest e) => Act(e);
}
