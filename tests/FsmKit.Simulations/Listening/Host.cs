using System.Net;
using System.Text;
using FsmKit.Net.Listening;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.Listening;

/// <summary>Starts and stops a service, adds addresses to it, closes it in the end or earlier, and has its handlers.</summary>
[GClass]
[Input<EvPlan>, Input<EvGoOn>]
internal sealed partial class Host : GObj
{
    private int _left;
    private int _late;
    private TimeSpan _stoppedAt;
    private bool _isLateAdded;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whose ports the service has.</summary>
    public Kernel Kernel { get; set; } = null!;

    /// <summary>The service.</summary>
    public SocketService Service { get; set; } = null!;

    /// <summary>The threads of the service; null of one without.</summary>
    public WorldThreads? Threads { get; set; }

    /// <summary>How many connections a handler has thrown away.</summary>
    public int Thrown { get; private set; }

    /// <summary>Whether the service was closed before all clients were served.</summary>
    public bool ClosesEarly { get; private set; }

    /// <summary>Whether connections may be accepted.</summary>
    public bool IsWanted => Service.Active || World.Elapsed == _stoppedAt;

    private enum State
    {
        [On<EvPlan>(nameof(AcTurn)), On<EvGoOn>(nameof(AcGoOn))]
        Hosting,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Service.Incoming += Handle;
        Service.Incoming += (connection, source) => Service is not ThreadedSocketService && Greet(connection, source, keeps: false);
        if (Service is ThreadedSocketService threaded)
        {
            threaded.Run += Work;
        }

        Kernel.Shortage = World.Choose(0, 0.2);
        Add(Kernel.Ports[0]);
        (_left, ClosesEarly) = (World.Choose(6), World.Choose(4) == 3);
        PlanTurn();
    }

    private void PlanTurn() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 5, 30, 300)), new EvPlan());

    private void Add(int port) => Outside.Run(() => Service.AddAddress(new IPEndPoint(IPAddress.Loopback, port), port));

    private void AcTurn()
    {
        if (--_left < 0)
        {
            Finish();
            return;
        }

        switch (World.Choose(5))
        {
            case 0:
                Kernel.Limit = World.Choose(0, 1, 2, int.MaxValue);
                break;
            case 1 when !_isLateAdded:
                AddLate();
                break;
            case 2 or 3 when Service.Active:
                _stoppedAt = World.Elapsed;
                Outside.Run(Service.Stop);
                break;
            default:
                _late = 0;
                Outside.Run(Service.Start);
                break;
        }

        PlanTurn();
    }

    /// <summary>Closes the service, or lets it serve the clients that are left.</summary>
    private void Finish()
    {
        (Kernel.Limit, Kernel.Shortage) = (int.MaxValue, 0);
        Threads?.Shortage = 0;
        if (!_isLateAdded)
        {
            AddLate();
        }

        _stoppedAt = World.Elapsed;
        if (ClosesEarly)
        {
            Outside.Run(Service.Close);
            return;
        }

        if (World.Choose())
        {
            Outside.Run(Service.Start); // Perhaps it is started, and a failure has been told.
            return;
        }

        Outside.Run(Service.Stop);
        StartTimer(TimeSpan.FromSeconds(1), new EvGoOn());
    }

    /// <summary>What was accepted before the stop is served by now, and the others are served now.</summary>
    private void AcGoOn()
    {
        World.Check(Kernel.Open == 0, "A connection that was accepted before a stop waits for its end.");
        _late = 0;
        Outside.Run(Service.Start);
    }

    /// <summary>Stops the service from another thread, and perhaps starts it again, as long as it is started later in any case.</summary>
    public void StopBetween()
    {
        if (_left > 0 && Service.Active && World.Choose(3) == 2)
        {
            _stoppedAt = World.Elapsed;
            Outside.Run(Service.Stop);
            if (World.Choose())
            {
                // Without descriptors, the next accept fails before the failure of the last one is told.
                Kernel.Limit = World.Choose(Kernel.Limit, 0);
                _late = 0;
                Outside.Run(Service.Start);
            }
        }
    }

    private void AddLate()
    {
        _isLateAdded = true;
        foreach (var port in Kernel.Ports[1..])
        {
            Add(port);
        }
    }

    private bool Handle(SocketConnection connection, object? source)
    {
        World.Check(!Service.IsClosed, "A service that is closed calls a handler.");
        World.Check(((WorldSocket)connection.Socket).Port == 0 && source is int, "A connection has no source.");
        _late += Service.Active ? 0 : 1;
        World.Check(_late <= Kernel.Ports.Length, "A service that is stopped goes on.");
        switch (World.Choose(6))
        {
            case 0:
                Thrown++;
                throw new ExpectedException();
            case 1:
                return Greet(connection, source, keeps: false);
            case 2:
                return Greet(connection, source, keeps: true);
            case 3 when Service.Active && _left > 0:
                _stoppedAt = World.Elapsed;
                Service.Stop();
                return false;
            default:
                return false;
        }
    }

    private bool Work(SocketConnection connection, object? source)
    {
        var threaded = (ThreadedSocketService)Service;
        World.Check(threaded.RunningCount <= threaded.MaxThreads, "More connections are handled than there are threads.");
        Threads!.Block();
        Greet(connection, source, keeps: false);
        Threads.Block();
        return World.Choose() ? true : throw new ExpectedException();
    }

    private bool Greet(SocketConnection connection, object? source, bool keeps)
    {
        World.Check(!connection.IsClosed, "A handler gets a connection that is closed.");
        ((WorldSocket)connection.Socket).Greet(Encoding.ASCII.GetBytes(Guest.Greeting((int)source!)));
        if (keeps)
        {
            connection.Keep();
            World.After(TimeSpan.FromMilliseconds(World.Choose(0, 20, 200)), () =>
            {
                World.Check(!connection.IsClosed, "A connection that is kept is closed.");
                Outside.Run(connection.Dispose);
            });
        }

        return true;
    }
}

/// <summary>Do something.</summary>
internal readonly record struct EvPlan;

/// <summary>Go on after the last stop.</summary>
internal readonly record struct EvGoOn;
