namespace FsmKit.Generators.Tests;

/// <summary>Plays a table as it is written, event by event, in the plainest way. It shares nothing with the generator.</summary>
internal sealed partial class PlainInterpreter
{
    private readonly RandomMachine _machine;
    private readonly List<string> _said;
    private readonly Queue<(int Event, int Value)> _raised = new();
    private readonly List<(int Event, int Value)> _deferred = [];
    private readonly Dictionary<int, int> _wasIn = [];
    private readonly List<(int Row, int Due)> _timers = [];
    private List<int> _path;
    private bool _isBusy;
    private bool _isSettling;
    private bool _isRetrying;
    private bool _isComplete;
    private bool _isFinished;
    private int _askedIn;
    private int _asked;
    private int _count;
    private int _entered;
    private int _transition;
    private int _left = 3;
    private int _now;

    public PlainInterpreter(RandomMachine machine, List<string> said)
    {
        _machine = machine;
        _said = said;
        _path = PathOf(LeafOf(machine.StartOf(-1)));
        Occupied(() =>
        {
            Arm(0);
            Enter();
            Follow();
        });
    }

    public string StateName => $"S{_path[^1]}";

    public string Feed(int e, int value)
    {
        _left = 3;
        return Send(e, value);
    }

    public void Advance()
    {
        _left = 3;
        _now += RandomStory.Tick;
        while (_timers.FindIndex(timer => timer.Due <= _now) is >= 0 and var first)
        {
            var row = _machine.Rows[_timers[first].Row];
            _timers.RemoveAt(first);
            Occupied(() =>
            {
                Take(row);
                Follow();
            });
        }
    }

    private string Send(int e, int value)
    {
        if (_isFinished)
        {
            return "Finished";
        }

        if (_machine.Lane == "Queued" && _isBusy)
        {
            _raised.Enqueue((e, value));
            return "Queued";
        }

        // Everything around the leaf is asked, the class at last; guards see the event alone.
        foreach (var scope in _path.AsEnumerable().Reverse().Append(RandomMachine.GClass))
        {
            foreach (var row in _machine.Rows.Where(row => row.Scope == scope && row.Kind < RowKind.After && row.Subject == e))
            {
                if (row.Guard < 0 || (value & (1 << row.Guard)) != 0)
                {
                    if (row.Kind is RowKind.Ignore or RowKind.Refuse)
                    {
                        return row.Kind == RowKind.Ignore ? "Ignored" : "Refused";
                    }

                    if (row.Kind == RowKind.Defer)
                    {
                        Defer(e, value);
                        return "Deferred";
                    }

                    Occupied(() =>
                    {
                        Take(row);
                        Follow();
                    });
                    return "Handled";
                }
            }
        }

        return "Refused";
    }

    private void Take(RandomRow row)
    {
        if (row.Next < 0)
        {
            Hear(row, _path.Count);
            Do(row.Action, $"a{_machine.Rows.FindIndex(other => ReferenceEquals(other, row))}");
            return;
        }

        var target = TargetOf(row.Next);
        var stays = StaysOf(row, target);
        if (Leave(stays))
        {
            _path = PathOf(LeafOf(target));
            Hear(row, stays);
            Arm(stays);
            Do(row.Action, $"a{_machine.Rows.FindIndex(other => ReferenceEquals(other, row))}");
        }

        Enter();
    }

    /// <summary>Rows without an event, until there is none.</summary>
    private void Follow()
    {
        for (var left = 100; _entered == _path.Count && !_isFinished && Next() is { } row; left--)
        {
            if (left == 0)
            {
                _isComplete = false;
                return;
            }

            Take(row);
        }
    }

    private RandomRow? Next()
    {
        foreach (var scope in _path.AsEnumerable().Reverse().Append(RandomMachine.GClass))
        {
            if (_machine.Rows.Find(row => row.Scope == scope && row.Kind == RowKind.Always && Holds(row)) is { } row)
            {
                return row;
            }
        }

        if (!_isComplete || _raised.Count > 0)
        {
            return null;
        }

        _isComplete = false;
        return _machine.Rows.Find(row => row.Scope == _path[^2] && row.Kind == RowKind.Done && Holds(row));
    }

    private bool Holds(RandomRow row) => row.Guard < 0 || (_count & (1 << row.Guard)) != 0;

    /// <summary>A history is where the state around it was left last.</summary>
    private int TargetOf(int state)
    {
        var one = _machine.States[state];
        return !one.IsHistory ? state
            : !_wasIn.TryGetValue(one.Parent, out var leaf) ? one.Default >= 0 ? one.Default : _machine.StartOf(one.Parent)
            : one.Kind == StateKind.DeepHistory ? leaf
            : PathOf(leaf)[PathOf(one.Parent).Count];
    }

    private void Defer(int e, int value)
    {
        if (_isRetrying)
        {
            return;
        }

        if (_deferred.Count == 0)
        {
            (_askedIn, _asked) = (_path[^1], 0);
        }

        _asked += _askedIn == _path[^1] && _asked == _deferred.Count ? 1 : 0;
        _deferred.Add((e, value));
    }

    /// <summary>False when each deferred event has been asked for in this leaf.</summary>
    private bool Retry()
    {
        if (_askedIn != _path[^1])
        {
            (_askedIn, _asked) = (_path[^1], 0);
        }

        if (_asked >= _deferred.Count)
        {
            return false;
        }

        var (e, value) = _deferred[_asked];
        _deferred.RemoveAt(_asked);
        _isRetrying = true;
        var isDeferred = Send(e, value) == "Deferred";
        _isRetrying = false;
        if (isDeferred)
        {
            _deferred.Insert(_asked++, (e, value));
        }

        return true;
    }

    private void Do(RandomStep? step, string note)
    {
        if (step is null)
        {
            return;
        }

        _count++;
        _said.Add(note);
        if (step.Sends >= 0 && _left-- > 0)
        {
            Send(step.Sends, step.Value);
        }
        else if (step.ChangesTo >= 0 && _left-- > 0)
        {
            ChangeTo(step.ChangesTo);
        }
    }

    /// <summary>Runs work during which events wait, in the queued lane.</summary>
    private void Occupied(Action work)
    {
        var isOuter = !_isBusy;
        _isBusy = true;
        work();
        if (!isOuter)
        {
            return;
        }

        _isBusy = false;
        if (_isSettling)
        {
            return;
        }

        _isSettling = true;
        while (SettlesMore())
        {
        }

        _isSettling = false;
    }

    /// <summary>Handles the machine's own events first, then the end of a composite, then deferred events.</summary>
    private bool SettlesMore()
    {
        if (_raised.TryDequeue(out var next))
        {
            Send(next.Event, next.Value);
            return true;
        }

        if (_isComplete && _machine.Lane != "Nested")
        {
            Occupied(Follow);
            return true;
        }

        return Retry();
    }

    private List<int> PathOf(int state) => state < 0 ? [] : [.. PathOf(_machine.States[state].Parent), state];

    private int LeafOf(int state) => _machine.IsComposite(state) ? LeafOf(_machine.StartOf(state)) : state;
}
