namespace FsmKit.Peers.FailureDetector;

/// <summary>Pings the nodes in rounds, pings the silent ones again, and tells the client which ones stay silent. The last round waits for the last strike.</summary>
internal sealed class Detector : StateMachine
{
    private readonly List<ActorId> _nodes = [];
    private readonly List<ActorId> _silent = [];
    private ActorId _client = null!;
    private ActorId _timer = null!;
    private int _most;
    private bool _isForgetful;
    private int _rounds = 3;
    private int _attempts;
    private bool _isStruck;

    [Start, OnEntry(nameof(AcSetUp))]
    private sealed class Init : State;

    [OnEntry(nameof(AcRest)), OnEventDoAction(typeof(EvBegin), nameof(AcBegin)), OnEventDoAction(typeof(EvStruck), nameof(AcBeginLast))]
    private sealed class Resting : State;

    [OnEventDoAction(typeof(EvPong), nameof(AcHear)), OnEventDoAction(typeof(EvStruck), nameof(AcKeep)), OnEventDoAction(typeof(EvTimeOut), nameof(AcTimeOut))]
    private sealed class Pinging : State;

    private void AcSetUp(Event e)
    {
        (_most, _isForgetful) = e.SetUp<(int, bool)>();
        _client = CreateActor(typeof(Client));
        _timer = CreateActor(typeof(PingTimer), new EvSetUp<ActorId>(Id));
        for (var i = 0; i < 2; i++)
        {
            _nodes.Add(CreateActor(typeof(Node), new EvSetUp<(ActorId, ActorId)>((Id, _timer))));
        }

        CreateActor(typeof(Injector), new EvSetUp<(ActorId[], ActorId)>(([.. _nodes], Id)));
        RaiseGotoStateEvent<Resting>();
    }

    private void AcRest()
    {
        if (_rounds > 1 || (_rounds == 1 && _isStruck))
        {
            SendEvent(Id, new EvBegin());
        }
    }

    private void AcBegin()
    {
        _rounds--;
        _attempts = 0;
        _silent.AddRange(_nodes);
        if (_silent.Count > 0)
        {
            Ping();
            RaiseGotoStateEvent<Pinging>();
        }
        else
        {
            RaiseGotoStateEvent<Resting>();
        }
    }

    private void AcKeep() => _isStruck = true;

    private void AcBeginLast()
    {
        AcKeep();
        if (_rounds == 1)
        {
            SendEvent(Id, new EvBegin());
        }
    }

    private void AcHear(Event e) => _silent.Remove(e.Of<ActorId>());

    private void AcTimeOut()
    {
        if (_silent.Count > 0 && _attempts < _most)
        {
            Ping();
            return;
        }

        foreach (var node in _isForgetful ? _silent.Take(1) : _silent)
        {
            Monitor<Accuracy>(new Accuracy.EvCalledDead(node));
            SendEvent(_client, new EvDead(node));
        }

        _nodes.RemoveAll(_silent.Contains);
        _silent.Clear();
        RaiseGotoStateEvent<Resting>();
    }

    private void Ping()
    {
        _attempts++;
        SendEvent(_timer, new EvWait(_silent.Count));
        foreach (var node in _silent)
        {
            SendEvent(node, new EvPing());
        }
    }
}
