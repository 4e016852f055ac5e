using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>One server and some clients whose handlers, pipes, sockets and time move in the order that a seed gives.</summary>
internal sealed class SeededRun : IDisposable
{
    private const int MostSteps = 300_000;

    private readonly LogLines _log = new();
    private readonly ManualTime _time = new();
    private readonly Random _random;
    private readonly GAplic _app;
    private readonly SeededPool _pool;
    private readonly GHttpServer _server;
    private readonly List<SeededClient> _clients = [];

    public SeededRun(int seed)
    {
        _random = new Random(seed);
        var network = new MemoryNetwork(_time, Faults(seed)) { PipeCapacity = 1 << _random.Next(6, 17) };
        _app = new GAplic("app", new GAplicOptions { Reactor = new MemoryReactor(network), Time = _time, Logger = _log });
        _pool = new SeededPool(_random) { Loop = Cycle };
        _server = _app.Create<GHttpServer>("http", server =>
        {
            (server.Host, server.Port) = ("127.0.0.1", 80);
            (server.AsyncHandler, server.Pool) = (new SeededHandler(_pool).Answer, _pool);
            server.HandlersRunOn = _random.Next(2) == 0 ? HandlerThread.Loop : HandlerThread.ThreadPool;
            server.StreamBodies = _random.Next(4) != 0;
        });
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var client = new SeededClient(network.Connect(_server.Sockname!), new Random(_random.Next()));
            _clients.Add(client);
            for (var asked = _random.Next(1, 5); asked > 0; asked--)
            {
                client.Ask(_random.Next(100_000));
            }
        }
    }

    /// <summary>Lets everything happen, and compares every byte.</summary>
    public void Check()
    {
        for (var i = 0; !_clients.TrueForAll(static client => client.IsDone); i++)
        {
            Assert.True(i < MostSteps, "It does not come to its end.");
            Step();
        }

        _clients.ForEach(static client => client.Check());
        for (var i = 0; _server.NChannels > 0 || _pool.HasWork; i++)
        {
            Assert.True(i < MostSteps, "A channel, or a handler, is left behind.");
            Step();
        }

        Assert.Equal(0, _server.EndedFor(ChannelEndReason.BadRequest));
        Assert.DoesNotContain(_log, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _clients.ForEach(static client => client.Dispose());
        _app.Dispose();
    }

    private void Step()
    {
        switch (_random.Next(4))
        {
            case 0:
                Cycle();
                break;
            case 1:
                _pool.Work();
                break;
            case 2:
                _time.Advance(TimeSpan.FromMilliseconds(_random.Next(2)));
                break;
            default:
                _clients[_random.Next(_clients.Count)].Move();
                break;
        }
    }

    private void Cycle()
    {
        if (!_pool.IsInLoop)
        {
            _pool.IsInLoop = true;
            _app.RunOnce();
            _pool.IsInLoop = false;
        }
    }

    private static MemoryFaults Faults(int seed) => new()
    {
        Seed = seed,
        FragmentSends = seed % 2 == 0,
        FragmentReceives = seed % 3 == 0,
        ShuffleReadiness = true,
        SpuriousReadiness = seed % 5 == 0 ? 0.1 : 0,
        MaxDelay = TimeSpan.FromMilliseconds(seed % 4),
    };
}
