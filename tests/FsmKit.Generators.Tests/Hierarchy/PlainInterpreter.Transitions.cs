namespace FsmKit.Generators.Tests;

/// <content>The states that a transition leaves and enters, and the timeouts that end and begin with it.</content>
internal sealed partial class PlainInterpreter
{
    /// <summary>Number of states around the leaf that the transition does not leave.</summary>
    private int StaysOf(RandomRow row, int next)
    {
        if (row.Scope == RandomMachine.GClass)
        {
            return 0;
        }

        var target = PathOf(next);
        if (next != row.Scope && target.Contains(row.Scope) && !row.Reenters)
        {
            return PathOf(row.Scope).Count;
        }

        var around = PathOf(row.Scope)[..^1];
        var domain = around.LastOrDefault(state => state != next && target.Contains(state), -1);
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
        foreach (var state in _path.Skip(stays))
        {
            _isComplete &= !Completes(state);
            _wasIn[state] = _path[^1];
        }

        return true;
    }

    private void Enter()
    {
        for (var changes = 100; _entered < _path.Count && changes >= 0;)
        {
            var transition = _transition;
            var state = _path[_entered];
            _entered++;
            Do(_machine.States[state].Enter, $"+{state}");
            _isFinished |= transition == _transition && _machine.States[state] is { Kind: StateKind.Final, Parent: < 0 };
            changes -= transition == _transition ? 0 : 1;
        }
    }

    /// <summary>Whether entering the state completes the one around it, which has rows for that.</summary>
    private bool Completes(int state) =>
        _machine.States[state] is { Kind: StateKind.Final, Parent: >= 0 and var around } && _machine.Rows.Exists(row => row.Scope == around && row.Kind == RowKind.Done);

    /// <summary>An event is handled: in the outermost states, which stay, silence begins anew.</summary>
    private void Hear(RandomRow taken, int stays)
    {
        if (taken.Kind == RowKind.On)
        {
            Arm(_path.Take(stays), static row => row.Kind == RowKind.Idle);
        }
    }

    private void Arm(int from)
    {
        _isComplete |= _path.Skip(from).Any(Completes);
        Arm(_path.Skip(from), static row => row.IsTimeout);
    }

    private void Arm(IEnumerable<int> states, Predicate<RandomRow> which)
    {
        foreach (var state in states)
        {
            for (var row = 0; row < _machine.Rows.Count; row++)
            {
                if (which(_machine.Rows[row]) && _machine.Rows[row].Scope == state)
                {
                    var due = _now + _machine.Rows[row].Subject;
                    _timers.RemoveAll(timer => timer.Row == row);
                    var place = _timers.FindIndex(timer => timer.Due > due);
                    _timers.Insert(place < 0 ? _timers.Count : place, (row, due));
                }
            }
        }
    }

    private void ChangeTo(int state)
    {
        if (_isFinished)
        {
            return;
        }

        state = TargetOf(state);
        var isEntering = _entered < _path.Count;
        var target = PathOf(state);
        var around = _path[..^1];
        var domain = around.LastOrDefault(other => other != state && target.Contains(other), -1);
        var stays = domain < 0 ? 0 : PathOf(domain).Count;
        if (Leave(stays))
        {
            _path = PathOf(LeafOf(state));
            Arm(stays);
        }

        if (!isEntering)
        {
            Enter();
        }

        if (_machine.Lane == "Nested")
        {
            Follow();
        }
    }
}
