using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>
/// Counts the states, rows and outcomes of guards that the gobjs of a simulated <see cref="World"/> meet, by gclass; see
/// <see cref="ExploreOptions.Coverage"/>. Explorations add to it one after the other; runs that shorten or replay a failure add nothing.
/// Not thread-safe. Counting adds about 0.1 µs to each event.
/// </summary>
public sealed class Coverage
{
    private readonly Dictionary<MachineDescription, MachineCoverage> _machines = [];
    private MachineCoverage? _last;

    /// <summary>The gclasses that had a gobj, in the order in which they were met.</summary>
    public IReadOnlyCollection<MachineCoverage> Machines => _machines.Values;

    /// <summary>Returns the coverage of a gclass; all its counts are 0 when there was no gobj.</summary>
    public MachineCoverage Of<T>()
        where T : IGClass => Of(MachineDescription.Of<T>());

    /// <summary>Formats the counts of all gclasses, one table per gclass.</summary>
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

    /// <summary>Creates a probe for one world.</summary>
    internal CoverageProbe Begin() => new(this);
}
