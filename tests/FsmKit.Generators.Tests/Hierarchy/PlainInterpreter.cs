namespace FsmKit.Generators.Tests;

/// <summary>Plays a table as it is written, event by event, in the plainest way. It shares nothing with the generator.</summary>
internal sealed class PlainInterpreter
{
    private readonly RandomMachine _machine;
    private readonly List<string> _said;
    private readonly Queue<(int Event, int Value)> _waiting = new();
    private readonly List<(int Row, int Due)> _timers = [];
    private List<int> _path;
    private bool _isBusy;
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
        _now += RandomMachine.Tick;
        while (_timers.FindIndex(timer => timer.Due <= _now) is >= 0 and var first)
        {
            var row = _machine.Rows[_timers[first].Row];
            _timers.RemoveAt(first);
            Occupied(() => Take(row));
        }
    }

    private string Send(int e, int value)
    {
        if (_machine.Lane == "Queued" && _isBusy)
        {
            _waiting.Enqueue((e, value));
            return "Queued";
        }

        // Everything around the leaf is asked, the class at last; guards see the event alone.
        foreach (var scope in _path.AsEnumerable().Reverse().Append(RandomMachine.GClass))
        {
            foreach (var row in _machine.Rows.Where(row => row.Scope == scope && row.Kind != RowKind.After && row.Subject == e))
            {
                if (row.Guard < 0 || (value & (1 << row.Guard)) != 0)
                {
                    if (row.Kind is RowKind.Ignore or RowKind.Refuse)
                    {
                        return row.Kind == RowKind.Ignore ? "Ignored" : "Refused";
                    }

                    Occupied(() => Take(row));
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
            Do(row.Action, $"a{_machine.Rows.FindIndex(other => ReferenceEquals(other, row))}");
            return;
        }

        var stays = StaysOf(row);
        if (Leave(stays))
        {
            _path = PathOf(LeafOf(row.Next));
            Arm(stays);
            Do(row.Action, $"a{_machine.Rows.FindIndex(other => ReferenceEquals(other, row))}");
            Enter();
        }
    }

    /// <summary>How many of the states around the leaf the transition leaves alone.</summary>
    private int StaysOf(RandomRow row)
    {
        if (row.Scope == RandomMachine.GClass)
        {
            return 0;
        }

        var target = PathOf(row.Next);
        if (row.Next != row.Scope && target.Contains(row.Scope) && !row.Reenters)
        {
            return PathOf(row.Scope).Count;
        }

        var around = PathOf(row.Scope)[..^1];
        var domain = around.LastOrDefault(state => state != row.Next && target.Contains(state), -1);
        return domain < 0 ? 0 : PathOf(domain).Count;
    }

    /// <summary>False when a transition that an exit action began has gone on in place of this one.</summary>
    private bool Leave(int stays)
    {
        var transition = ++_transition;
        while (_entered > stays)
        {
            _entered--;
            var state = _path[_entered];
            Do(_machine.States[state].Exit, $"-{state}");
            if (transition != _transition)
            {
                return false;
            }
        }

        _timers.RemoveAll(timer => _path.IndexOf(_machine.Rows[timer.Row].Scope) >= stays);
        return true;
    }

    private void Enter()
    {
        var transition = _transition;
        while (transition == _transition && _entered < _path.Count)
        {
            var state = _path[_entered];
            _entered++;
            Do(_machine.States[state].Enter, $"+{state}");
        }
    }

    private void Arm(int from)
    {
        foreach (var state in _path.Skip(from))
        {
            for (var row = 0; row < _machine.Rows.Count; row++)
            {
                if (_machine.Rows[row].Kind == RowKind.After && _machine.Rows[row].Scope == state)
                {
                    var due = _now + _machine.Rows[row].Subject;
                    var place = _timers.FindIndex(timer => timer.Due > due);
                    _timers.Insert(place < 0 ? _timers.Count : place, (row, due));
                }
            }
        }
    }

    private void Do(RandomStep? step, string note)
    {
        if (step is null)
        {
            return;
        }

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

    private void ChangeTo(int state)
    {
        var isEntering = _entered < _path.Count;
        var target = PathOf(state);
        var around = _path[..^1];
        var domain = around.LastOrDefault(other => other != state && target.Contains(other), -1);
        var stays = domain < 0 ? 0 : PathOf(domain).Count;
        if (Leave(stays))
        {
            _path = PathOf(LeafOf(state));
            Arm(stays);
            if (!isEntering)
            {
                Enter();
            }
        }
    }

    /// <summary>In the queued lane what is sent meanwhile waits.</summary>
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
        while (_waiting.TryDequeue(out var next))
        {
            Send(next.Event, next.Value);
        }
    }

    private List<int> PathOf(int state) => state < 0 ? [] : [.. PathOf(_machine.States[state].Parent), state];

    private int LeafOf(int state) => _machine.IsComposite(state) ? LeafOf(_machine.StartOf(state)) : state;
}
