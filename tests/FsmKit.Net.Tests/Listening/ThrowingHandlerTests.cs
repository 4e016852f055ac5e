using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Each place of a service where code of the application runs, and throws: each connection is closed and told once, and the next one is served.</summary>
[Trait("Category", "Slow")]
public class ThrowingHandlerTests
{
    private const int Rounds = 200;

    [Theory]
    [InlineData(nameof(SocketService.Incoming))]
    [InlineData(nameof(SocketService.Handler))]
    [InlineData("OnIncoming")]
    [InlineData("the task of Handler")]
    [InlineData(nameof(ThreadedSocketService.Run))]
    [InlineData("OnRun")]
    public void A_service_closes_each_connection_and_goes_on(string place)
    {
        using var rig = new ServiceRig();
        using var service = new Moody(rig.Loop, place);
        var port = service.AddAnyInetPort();
        for (var i = 1; i <= Rounds; i++)
        {
            using var peer = rig.Connect(port);
            rig.Until(() => rig.Log.Length == i && service.Seen.Count == i && service.Seen.All(static connection => connection.IsClosed));
            Assert.Equal(0, peer.Receive(new byte[1]));
        }

        Assert.All(rig.Log, static line => Assert.EndsWith("not today", line, StringComparison.Ordinal));
        Assert.Equal(1, rig.Machines);
        service.Close();
        rig.Settle();
        Assert.Equal(0, rig.Machines);
    }

    private sealed class Moody : ThreadedSocketService
    {
        private readonly string _place;

        public Moody(GAplic loop, string place)
            : base(loop)
        {
            _place = place;
            Incoming += (connection, _) =>
            {
                lock (Seen)
                {
                    Seen.Add(connection);
                }

                return ThrowIn(nameof(Incoming));
            };
            Run += (_, _) => ThrowIn(nameof(Run));
            if (place.EndsWith(nameof(Handler), StringComparison.Ordinal))
            {
                Handler = async (connection, _) =>
                {
                    await Task.Yield();
                    throw new InvalidTimeZoneException("not today");
                };
                Handler = place == nameof(Handler) ? (_, _) => throw new InvalidTimeZoneException("not today") : Handler;
            }
        }

        public List<SocketConnection> Seen { get; } = [];

        protected override bool OnIncoming(SocketConnection connection, object? source) =>
            ThrowIn(nameof(OnIncoming)) || base.OnIncoming(connection, source);

        protected override bool OnRun(SocketConnection connection, object? source) => ThrowIn(nameof(OnRun));

        private bool ThrowIn(string place) => place == _place ? throw new InvalidTimeZoneException("not today") : false;
    }
}
