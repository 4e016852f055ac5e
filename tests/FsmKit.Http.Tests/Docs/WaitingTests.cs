using FsmKit.Http.Tests.Examples;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that the guide's examples of waiting handlers work as the guide says.</summary>
public sealed class WaitingTests
{
    [Fact]
    public void Rows_are_sent_as_they_come_and_uploads_are_stored_for_who_may()
    {
        using (var rig = new AsyncRig(static server => Receiver.Query(server, new Rows())))
        {
            Assert.Equal("/a,/b,", Chunks.Decode(rig.Ask("GET /x HTTP/1.1\r\nHost: h\r\n\r\n")));
        }

        var place = Path.GetTempFileName();
        using (var rig = new AsyncRig(server => Receiver.Store(server, place)))
        {
            const string Put = "PUT /x HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n";
            Assert.StartsWith("HTTP/1.1 401 ", rig.Ask(Put + "\r\nhi"), StringComparison.Ordinal);
            var peer = rig.Connect();
            peer.Send(Put + "Authorization: me\r\n\r\nhi");
            rig.Until(() => peer.Text.EndsWith("\r\n\r\nstored", StringComparison.Ordinal));
            Assert.Equal("hi", File.ReadAllText(place));
            File.Delete(place);
        }
    }

    [Fact]
    public void A_gobj_receives_and_a_connection_is_echoed()
    {
        using (var rig = new AsyncRig(static server => server.StreamBodies = true, static app => app.Create<Receiver>("receiver")))
        {
            Assert.EndsWith("received", rig.Ask("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi"), StringComparison.Ordinal);
        }

        using (var rig = new AsyncRig(Receiver.Echo))
        {
            Assert.EndsWith("\r\n\r\nhello", rig.Ask("GET / HTTP/1.1\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: echo\r\n\r\nhello"), StringComparison.Ordinal);
        }
    }

    private sealed class Rows : IDatabase
    {
        public async Task<IEnumerable<byte[]>> Find(string path, CancellationToken cancellation)
        {
            await Task.Yield();
            return ["/a,"u8.ToArray(), "/b,"u8.ToArray()];
        }
    }
}
