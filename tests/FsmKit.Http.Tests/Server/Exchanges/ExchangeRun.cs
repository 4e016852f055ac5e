using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>One server, some clients and an application with all their possible actions, in the order that a seed gives.</summary>
internal sealed class ExchangeRun : IDisposable
{
    private const int Steps = 400;

    private readonly ManualTime _time = new();
    private readonly ExchangeWatch _watch;
    private readonly Random _random;
    private readonly GAplic _app;
    private readonly SeededPool _pool;
    private readonly GHttpServer _server;
    private readonly MemoryNetwork _network;
    private readonly ChanceApplication _application;
    private readonly List<ChanceClient> _clients = [];

    public ExchangeRun(int seed, ExchangeWatch watch)
    {
        (_random, _watch) = (new Random(seed), watch);
        _network = new MemoryNetwork(_time, Faults(seed)) { PipeCapacity = 1 << _random.Next(6, 17) };
        _app = new GAplic("app", new GAplicOptions
        {
            Reactor = new MemoryReactor(_network),
            Time = _time,
            Logger = watch,
            TraceMachine = MachineTraceLevel.Events,
        });
        _pool = new SeededPool(_random) { Loop = Cycle, Preempted = watch.Look };
        _application = new ChanceApplication(_pool, _random);
        var audience = _app.Create<Audience>("audience");
        audience.OnRequest = e => _application.Handle(e.Request, e.Response);
        if (_random.Next(10) == 0)
        {
            audience.Send(new Audience.EvShut());
        }

        _server = audience.Create<GHttpServer>("http", Write);
        watch.Begin(_server);
    }

    /// <summary>Lets it all happen, then takes the clients away and lets the rest come to its end.</summary>
    public void Run()
    {
        for (var i = 0; i < Steps; i++)
        {
            Step();
            _watch.Look();
        }

        _clients.ForEach(static client => client.Dispose());
        _clients.Clear();
        for (var i = 0; _server.NChannels > 0 || _pool.HasWork; i++)
        {
            Assert.True(i < 20_000, "A channel, or a handler, is left behind.");
            if (i == 500)
            {
                // A response without an end lasts as long as its client, which is not read meanwhile.
                _server.Send(new EvStopServing());
            }

            Cycle();
            _pool.Work();
            _time.Advance(TimeSpan.FromMilliseconds(20));
            _watch.Look();
        }

        for (var i = 0; i < 10; i++)
        {
            Cycle();
        }

        // The count of requests in service ends at 0.
        Assert.Equal(0, _server.Context.InService);
    }

    public void Dispose()
    {
        _clients.ForEach(static client => client.Dispose());
        _app.Dispose();
    }

    private void Write(GHttpServer server)
    {
        (server.Host, server.Port, server.Pool) = ("127.0.0.1", 80, _pool);
        server.HandlersRunOn = _random.Next(2) == 0 ? HandlerThread.Loop : HandlerThread.ThreadPool;
        switch (_random.Next(5))
        {
            case < 2:
                server.AsyncHandler = _application.HandleLater;
                break;
            case < 4:
                server.Handler = _application.Handle;
                break;
            default:
                break;
        }

        server.InspectHead = _random.Next(2) == 0 ? null : _application.Inspect;
        server.StreamBodies = _random.Next(2) == 0;
        server.MaximumSimultaneousRequests = _random.Next(3);
        server.MaxRequestsPerConnection = _random.Next(3) == 0 ? 2 : 0;
        server.OutbufOverflow = _random.Next(3) == 0 ? 20_000 : 1_000_000;
        server.KeepAliveTimeout = TimeSpan.FromMilliseconds(_random.Next(1, 500));
        server.HeadTimeout = TimeSpan.FromMilliseconds(_random.Next(1, 500));
        server.ResponselessTimeout = TimeSpan.FromMilliseconds(_random.Next(1, 1000));
        server.RateWindow = TimeSpan.FromMilliseconds(_random.Next(50, 500));
        server.DrainTimeout = TimeSpan.FromMilliseconds(_random.Next(1, 200));
    }

    private void Step()
    {
        switch (_random.Next(40))
        {
            case < 10:
                Cycle();
                break;
            case < 18:
                _pool.Work();
                break;
            case < 22:
                _time.Advance(TimeSpan.FromMilliseconds(_random.Next(2)));
                break;
            case 22 when _random.Next(3) == 0:
                _time.Advance(TimeSpan.FromMilliseconds(_random.Next(400)));
                break;
            case 23 when _random.Next(10) == 0:
                _server.Send(new EvStopServing());
                break;
            case 24:
                _server.Send(new EvStartServing());
                break;
            case < 27:
                _application.DoLate();
                break;
            case 27 when _clients.Count < 4:
                _clients.Add(new ChanceClient(_network.Connect(_server.Sockname!), new Random(_random.Next())));
                break;
            case var n when _clients.Count > 0:
                _clients[n % _clients.Count].Move();
                break;
            default:
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
        MaxDelay = TimeSpan.FromMilliseconds(seed % 3),
        Resets = seed % 4 == 0 ? 0.002 : 0,
    };
}
