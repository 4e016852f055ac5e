namespace FsmKit.Testing.Tracing;

/// <summary>Keeps what the gobjs of a world get.</summary>
internal sealed class RowRecorder : IRowProbe
{
    private readonly List<TraceStep> _steps = [];
    private readonly Stack<(GObj Gobj, TraceStep Step)> _open = new();
    private string _origin = "(outside)";

    /// <summary>The clock of the steps; before the world has one, no time has passed.</summary>
    public Func<TimeSpan> Clock { get; set; } = static () => TimeSpan.Zero;

    public Trace Trace => new([.. _steps]);

    /// <summary>Keeps something that is no event: what the world does to a loop.</summary>
    public void Note(GAplic? source, string target, string text) =>
        _steps.Add(new TraceStep(Clock(), source is null ? "(world)" : Label.Of(source), target, text, Data: null, Before: ""));

    public void Begin(CyclePhase phase, GObj? source)
    {
        _open.Clear(); // What a failure has left open.
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
            _steps.Add(step); // What follows an event is told by the state after that one.
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
