namespace FsmKit.Testing.Replays;

/// <summary>Compares the rows of a replay with the recorded ones, up to the first difference.</summary>
internal sealed class ReplayCheck(Recording recording, ReplayClock clock, GObjPaths paths) : IReplay
{
    private readonly Stack<Open> _open = new();
    private readonly List<TraceStep> _steps = [];
    private readonly Stack<TraceStep> _openSteps = new();
    private RecordedEntry? _expected;
    private RecordedEntry? _turn;

    /// <summary>Sends an entry that came from outside while a row ran.</summary>
    public required Action<RecordedEntry> Send { get; init; }

    public RecordingDifference? Difference { get; private set; }

    /// <summary>The reason why the replay cannot continue; null while it can.</summary>
    public string? HaltReason { get; set; }

    /// <summary>True after a difference or a stop: nothing is compared any more.</summary>
    public bool IsOver => Difference is not null || HaltReason is not null;

    /// <summary>True when the expected entry has come.</summary>
    public bool HasCome => _expected is null;

    public Trace Trace => new([.. _steps]);

    /// <summary>Begins the turn of an entry.</summary>
    public void BeginTurn(RecordedEntry entry) => (_turn, _expected) = (entry, null);

    /// <summary>Expects the row of an entry next.</summary>
    public void Expect(RecordedEntry entry) => _expected = entry;

    /// <summary>Records a difference. Only the first one counts, because later ones may be its consequences.</summary>
    public void Differ(RecordedEntry entry, RecordedEntry? now, string message)
    {
        var number = entry.Number > 0 || _turn is null ? entry : _turn;
        Difference ??= new RecordingDifference(entry, now, $"Entry {number.Number}, at {Explanation.Time(number.At)}: {message}");
    }

    public void Begins(RecordedEntry now)
    {
        Note(now);
        var outer = _expected is null && _open.TryPeek(out var around) ? around.Entry : null;
        if (!IsOver && Counterpart(now) is { } then)
        {
            _open.Push(new Open(then));
            CompareArrival(then, now, outer);
        }
        else if (!IsOver)
        {
            Differ(outer ?? _turn!, now, $"{Explanation.Named(now)} comes now{(outer is null ? "" : $", out of the row of {Explanation.Named(outer)}")}, and did not come when it was recorded.{Changes(now)}");
        }
    }

    public void Ending(RecordedEntry now)
    {
        if (!IsOver && _open.TryPeek(out var open))
        {
            foreach (var entry in (open.Entry.Inside ?? []).Where(static entry => entry.Kind is not RecordedKind.Inner))
            {
                Send(entry);
            }
        }
    }

    public void Ended(RecordedEntry now)
    {
        var step = _openSteps.Pop();
        (step.After, step.Outcome) = (now.After, now.Outcome);
        if (IsOver || !_open.TryPop(out var open))
        {
            return;
        }

        var then = open.Entry;
        if (open.Next is { } missing)
        {
            Differ(missing, null, $"{Explanation.Named(missing)} came out of the row of {Explanation.Named(then)} when it was recorded, and does not come now. {Explanation.Led(now, now)}{Changes(now)}");
        }
        else if (then.Fault is null != now.Fault is null)
        {
            Differ(then, now, $"{Explanation.Named(then)} in {then.Before} {Explanation.Fault(then)} when it was recorded, and {Explanation.Fault(now)} now.{Changes(now)}");
        }
        else if (then.After != now.After || then.Outcome != now.Outcome)
        {
            Differ(then, now, $"{Explanation.Named(then)} in {then.Before} {Explanation.Led(then, now)} when it was recorded, and {Explanation.Led(now, then)} now.{Rows(now)}{Changes(now)}");
        }
    }

    /// <summary>Describes the rows of the target's table that answer an event now, and the changes of the table.</summary>
    public string Explain(RecordedEntry entry) => Rows(entry) + Changes(entry);

    private RecordedEntry? Counterpart(RecordedEntry now)
    {
        if (_expected is { } expected)
        {
            _expected = null;
            return expected;
        }

        // An event that waits for a gobj may be handled in the row that it waits for, or in the row around that one.
        var open = _open.FirstOrDefault(open => open.Next is { } next && (next.Target, next.Event) == (now.Target, now.Event)) ?? _open.FirstOrDefault(static open => open.Next is not null);
        return open?.TakeNext();
    }

    private void CompareArrival(RecordedEntry then, RecordedEntry now, RecordedEntry? outer)
    {
        if (then.Target != now.Target || then.Event != now.Event)
        {
            Differ(then, now, $"{Explanation.Named(then)} came when it was recorded, and {Explanation.Named(now)} comes now.{Changes(now)}{(then.Target == now.Target ? "" : Changes(then))}");
        }
        else if (then.Before != now.Before)
        {
            var from = outer is null ? "" : $", out of the row of {Explanation.Named(outer)} in {outer.Before}";
            Differ(then, now, $"{Explanation.Named(then)} came in {then.Before} when it was recorded, and comes in {now.Before} now{from}.{(outer is null ? "" : Rows(outer))}{Changes(now)}");
        }
    }

    private string Rows(RecordedEntry entry) => paths.Find(entry.Target) is { } gobj ? Explanation.Rows(gobj.Machine, entry) : "";

    private string Changes(RecordedEntry entry) => paths.Find(entry.Target) is { } gobj ? Explanation.Changes(gobj.Machine, recording) : "";

    private void Note(RecordedEntry now)
    {
        var source = _openSteps.TryPeek(out var sender) ? sender.Target : (_expected ?? now).Kind switch
        {
            RecordedKind.Timeout => "(timer)",
            RecordedKind.Result => "(work)",
            RecordedKind.Own => "(own)",
            _ => _expected?.Source ?? "(outside)",
        };
        var data = _expected?.Value is { } value ? $"{now.Event} {value.Json}" : null;
        var step = new TraceStep(clock.Recorded(clock.Now), source, Explanation.Label(now.Target), now.Event, data, now.Before);
        _steps.Add(step);
        _openSteps.Push(step);
    }

    /// <summary>Recorded row that runs now.</summary>
    private sealed class Open(RecordedEntry entry)
    {
        private int _next;

        public RecordedEntry Entry => entry;

        /// <summary>The next recorded event that the row itself sends; null when none is left.</summary>
        public RecordedEntry? Next
        {
            get
            {
                var inside = entry.Inside ?? [];
                while (_next < inside.Count && inside[_next].Kind != RecordedKind.Inner)
                {
                    _next++;
                }

                return _next < inside.Count ? inside[_next] : null;
            }
        }

        public RecordedEntry? TakeNext()
        {
            var next = Next;
            _next++;
            return next;
        }
    }
}
