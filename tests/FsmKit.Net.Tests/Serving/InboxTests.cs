using System.Net;
using Xunit;

namespace FsmKit.Net.Tests;

public class InboxTests
{
    [Fact]
    public void What_waits_counts_until_somebody_takes_it_and_only_one_can()
    {
        var inbox = new Inbox();
        var parcel = Parcel(out _);

        Assert.True(inbox.TryPut(parcel));
        Assert.Equal(1, inbox.Load);
        Assert.True(inbox.TryTake(parcel));
        Assert.False(inbox.TryTake(parcel));
        Assert.Equal(0, inbox.Load);
    }

    [Fact]
    public void Closing_it_closes_what_waits_and_takes_nothing_more()
    {
        var inbox = new Inbox();
        var parcel = Parcel(out var socket);
        inbox.TryPut(parcel);

        inbox.Close();

        Assert.Equal(1, socket.Disposed);
        Assert.True(inbox.IsClosed);
        Assert.False(inbox.TryTake(parcel));
        Assert.False(inbox.TryPut(Parcel(out var late)));
        Assert.Equal(0, late.Disposed); // the giver closes what it could not give
    }

    private static Parcel Parcel(out Stub socket) => new(socket = new Stub(), null!, null, new IPEndPoint(1, 1), null);

    private sealed class Stub : IDisposable
    {
        public int Disposed { get; private set; }

        public void Dispose() => Disposed++;
    }
}
