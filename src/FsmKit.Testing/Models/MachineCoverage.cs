using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>What the gobjs of one gclass have met: states, rows, outcomes of guards.</summary>
public sealed class MachineCoverage
{
    internal MachineCoverage(MachineDescription machine)
    {
        Table = MachineTable.Of(machine);
        (Leaves, Taken, PassedOver) = (new long[machine.Leaves.Count], new long[machine.Rows.Count], new long[machine.Rows.Count]);
    }

    /// <summary>The gclass.</summary>
    public MachineDescription Machine => Table.Machine;

    /// <summary>The states in which a gobj can be.</summary>
    public Covered States => Of(Machine.Leaves.Select((state, leaf) => (Leaves[leaf] > 0, Machine.States[state].Name)));

    /// <summary>The rows, as they are written. What a state refuses without a row for it is none.</summary>
    public Covered Rows => Of(Taken.Select((times, row) => (times > 0, RowText.Of(Machine, row))));

    /// <summary>The outcomes of guards, two of each row that has one. That the guard of a timeout has said no is not seen, so such a row has one.</summary>
    public Covered Guards => Of(Enumerable.Range(0, Machine.Rows.Count).Where(row => Machine.Rows[row].Guard is not null).SelectMany(OutcomesOf));

    /// <summary>By the number of the leaf, how often it was seen.</summary>
    internal long[] Leaves { get; }

    /// <summary>By the index of the row, how often it was taken.</summary>
    internal long[] Taken { get; }

    /// <summary>By the index of the row, how often its guard has said no.</summary>
    internal long[] PassedOver { get; }

    internal MachineTable Table { get; }

    /// <summary>Throws when fewer states were met.</summary>
    /// <param name="least">The part of them, from 0 to 1. Default: all.</param>
    /// <exception cref="CoverageException">Its message lists the missing ones.</exception>
    public void AssertStates(double least = 1) => Assert(States, "states", least);

    /// <summary>Throws when fewer rows were taken.</summary>
    /// <param name="least">The part of them, from 0 to 1. Default: all.</param>
    /// <exception cref="CoverageException">Its message lists the missing ones.</exception>
    public void AssertRows(double least = 1) => Assert(Rows, "rows", least);

    /// <summary>Throws when fewer outcomes of guards were met.</summary>
    /// <param name="least">The part of them, from 0 to 1. Default: all.</param>
    /// <exception cref="CoverageException">Its message lists the missing ones.</exception>
    public void AssertGuards(double least = 1) => Assert(Guards, "outcomes of guards", least);

    /// <summary>The table with how often each row was taken and each guard has said no.</summary>
    public override string ToString() => CoverageTable.Of(this);

    private IEnumerable<(bool IsMet, string Name)> OutcomesOf(int row)
    {
        yield return (Taken[row] > 0, $"{RowText.Of(Machine, row)}, yes");
        if (!Machine.Rows[row].IsTimeout)
        {
            yield return (PassedOver[row] > 0, $"{RowText.Of(Machine, row)}, no");
        }
    }

    private static Covered Of(IEnumerable<(bool IsMet, string Name)> things)
    {
        var all = things.ToList();
        return new Covered(all.Count(static one => one.IsMet), all.Count, [.. all.Where(static one => !one.IsMet).Select(static one => one.Name)]);
    }

    private void Assert(Covered covered, string what, double least)
    {
        if (covered.Ratio < least)
        {
            throw new CoverageException($"{Machine.Name}: {covered} {what} were met, and {least:P0} were to be. Missing:\n{string.Join('\n', covered.Missing.Select(static one => "  " + one))}");
        }
    }
}
