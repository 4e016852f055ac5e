using FsmKit.Testing.Models;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <content>Observers of the events of its gobjs, and actions that run when no loop has anything to do.</content>
public sealed partial class World
{
    private CoverageProbe? _coverage;
    private ProbeFan? _fan;

    /// <summary>Called when no loop has anything to do, before the clock moves. Null lets the clock move.</summary>
    internal Func<Quiet>? WhenQuiet { get; set; }

    private ProbeFan? Probe
    {
        get
        {
            if (_fan is null && _recorder is not null)
            {
                Watch(_recorder);
            }

            if (_coverage is null && _options.Coverage is { } coverage && !_choices.IsRepeated && !_isEnding)
            {
                Watch(_coverage = coverage.Begin());
            }

            return _fan;
        }
    }

    private MachineTraceLevel TraceLevel => _recorder is not null ? MachineTraceLevel.Data : Probe is not null ? MachineTraceLevel.Events : MachineTraceLevel.Off;

    /// <summary>Adds a probe that sees the events of the gobjs of all loops. Called before the first loop is created.</summary>
    internal void Watch(IRowProbe probe)
    {
        if (_fan is null)
        {
            _fan = new ProbeFan();
            if (_recorder is not null && probe != _recorder)
            {
                _fan.Add(_recorder);
            }
        }

        _fan.Add(probe);
    }

    /// <summary>Ends all probes before the world is destroyed.</summary>
    private void StopWatching()
    {
        _coverage?.End(_loops);
        _coverage = null;
        _fan?.Clear();
    }
}
