namespace FsmKit.Testing.Tracing;

/// <summary>Records the events of the gobjs of a world.</summary>
internal sealed class RowRecorder : IRowProbe
{
    private readonly List<TraceStep> _steps = [];
    private readonly Stack<(GObj Gobj, TraceStep Step)> _open = new();
    private string _origin = "(outside)";

    /// <summary>The clock of the steps. Zero before the world has a clock.</summary>
    public Func<TimeSpan> Clock { get; set; } = static () => TimeSpan.Zero;

    public Trace Trace => new([.. _steps]);

    /// <summary>Records an act of the world on a loop, which is no event.</summary>
    public void Note(GAplic? source, string target, string text) =>
        _steps.Add(new TraceStep(Clock(), source is null ? "(world)" : Label.Of(source), target, text, Data: null, Before: ""));

    public void Begin(CyclePhase phase, GObj? source)
    {
        _open.Clear(); // Rows that a failure has left open.
        _origin = source is not null ? Label.Of(source) : phase switch
        {
            CyclePhase.Callbacks => "(callback)",
            CyclePhase.Sockets => "(network)",
            CyclePhase.Timers => "(timer)",
            _ => "(outside)",
        };
    }

    public void Enter(GObj gobj, int state, int input, int row, string e, string? data, bool follows)
    {
        var step = new TraceStep(Clock(), _open.TryPeek(out var sender) ? Label.Of(sender.Gobj) : _origin, Label.Of(gobj), e, data, gobj.Machine.StateName(state));
        _open.Push((gobj, step));
        if (!follows)
        {
            _steps.Add(step); // The state after the event includes the rows that follow it.
        }
    }

    public void Leave(GObj gobj, int state, Outcome outcome)
    {
        if (_open.TryPop(out var open))
        {
            open.Step.After = gobj.Machine.StateName(state);
            open.Step.Outcome = outcome;
        }
    }
}
