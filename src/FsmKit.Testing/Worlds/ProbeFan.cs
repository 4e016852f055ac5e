namespace FsmKit.Testing.Worlds;

/// <summary>Passes the calls of a probe on to several probes.</summary>
internal sealed class ProbeFan : IRowProbe
{
    private IRowProbe[] _probes = [];

    public void Add(IRowProbe probe) => _probes = [.. _probes, probe];

    /// <summary>Removes all probes.</summary>
    public void Clear() => _probes = [];

    public void Begin(CyclePhase phase, GObj? source)
    {
        foreach (var probe in _probes)
        {
            probe.Begin(phase, source);
        }
    }

    public void Enter(GObj gobj, int state, int input, int row, string e, string? data, bool follows)
    {
        foreach (var probe in _probes)
        {
            probe.Enter(gobj, state, input, row, e, data, follows);
        }
    }

    public void Leave(GObj gobj, int state, Outcome outcome)
    {
        foreach (var probe in _probes)
        {
            probe.Leave(gobj, state, outcome);
        }
    }
}
