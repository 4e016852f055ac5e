using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>Coverage of one gclass: states, rows and outcomes of guards.</summary>
public sealed class MachineCoverage
{
    internal MachineCoverage(MachineDescription machine)
    {
        Table = MachineTable.Of(machine);
        (Leaves, Taken, PassedOver) = (new long[machine.Leaves.Count], new long[machine.Rows.Count], new long[machine.Rows.Count]);
    }

    /// <summary>Description of the gclass.</summary>
    public MachineDescription Machine => Table.Machine;

    /// <summary>The states in which a gobj can be: those without states inside.</summary>
    public Covered States => Of(Machine.Leaves.Select((state, leaf) => (Leaves[leaf] > 0, Machine.States[state].Name)));

    /// <summary>The rows as they are written in the table. An event that a state refuses without a row for it counts as no row.</summary>
    public Covered Rows => Of(Taken.Select((times, row) => (times > 0, RowText.Of(Machine, row))));

    /// <summary>
    /// The outcomes of guards: yes and no for each row with a guard. The guard of a timeout has only yes, because its no cannot be
    /// observed.
    /// </summary>
    public Covered Guards => Of(Enumerable.Range(0, Machine.Rows.Count).Where(row => Machine.Rows[row].Guard is not null).SelectMany(OutcomesOf));

    /// <summary>Number of times that each leaf was seen, by the number of the leaf.</summary>
    internal long[] Leaves { get; }

    /// <summary>Number of times that each row was taken, by the index of the row.</summary>
    internal long[] Taken { get; }

    /// <summary>Number of times that the guard of each row said no, by the index of the row.</summary>
    internal long[] PassedOver { get; }

    internal MachineTable Table { get; }

    /// <summary>Throws when fewer states were met than required.</summary>
    /// <param name="least">The required part, from 0 to 1. Default 1: all.</param>
    /// <exception cref="CoverageException">Less was covered. The message lists what is missing.</exception>
    public void AssertStates(double least = 1) => Assert(States, "states", least);

    /// <summary>Throws when fewer rows were taken than required.</summary>
    /// <param name="least">The required part, from 0 to 1. Default 1: all.</param>
    /// <exception cref="CoverageException">Less was covered. The message lists what is missing.</exception>
    public void AssertRows(double least = 1) => Assert(Rows, "rows", least);

    /// <summary>Throws when fewer outcomes of guards were met than required.</summary>
    /// <param name="least">The required part, from 0 to 1. Default 1: all.</param>
    /// <exception cref="CoverageException">Less was covered. The message lists what is missing.</exception>
    public void AssertGuards(double least = 1) => Assert(Guards, "outcomes of guards", least);

    /// <summary>Formats the table, with the number of times that each row was taken and that each guard said no.</summary>
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
