using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>
/// Collects what the gobjs of simulated worlds meet, for each gclass: <see cref="ExploreOptions.Coverage"/> takes it. Explorations add to it, one after the other; the runs that
/// shrink and replay a failure do not. One thread at a time uses it. Collecting makes each event some 0.1 µs longer.
/// </summary>
public sealed class Coverage
{
    private readonly Dictionary<MachineDescription, MachineCoverage> _machines = [];
    private MachineCoverage? _last;

    /// <summary>The gclasses of which there was a gobj, in the order in which they were met.</summary>
    public IReadOnlyCollection<MachineCoverage> Machines => _machines.Values;

    /// <summary>What was met of a gclass; nothing where there was no gobj of it.</summary>
    public MachineCoverage Of<T>()
        where T : IGClass => Of(MachineDescription.Of<T>());

    /// <summary>The tables of all gclasses.</summary>
    public override string ToString() => string.Join('\n', Machines);

    internal MachineCoverage Of(MachineDescription machine)
    {
        if (_last?.Machine == machine)
        {
            return _last;
        }

        if (!_machines.TryGetValue(machine, out var coverage))
        {
            _machines.Add(machine, coverage = new MachineCoverage(machine));
        }

        return _last = coverage;
    }

    /// <summary>Starts to collect from one world.</summary>
    internal CoverageProbe Begin() => new(this);
}
