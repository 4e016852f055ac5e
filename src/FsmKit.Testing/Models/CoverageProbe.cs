namespace FsmKit.Testing.Models;

/// <summary>Counts the states, rows and guards that the gobjs of one world meet.</summary>
internal sealed class CoverageProbe(Coverage coverage) : IRowProbe
{
    /// <summary>
    /// Gobjs whose transition has ended, with their leaf. The next call of <see cref="Enter"/> shows whether a row without an event
    /// followed.
    /// </summary>
    private readonly Dictionary<GObj, int> _through = [];

    public void Begin(CyclePhase phase, GObj? source)
    {
    }

    public void Enter(GObj gobj, int state, int input, int row, string e, string? data, bool follows)
    {
        var met = coverage.Of(gobj.Machine);
        if (state >= met.Leaves.Length)
        {
            return;
        }

        met.Leaves[state]++;
        var asked = input >= 0 ? met.Table.Candidates(state, input) : follows ? met.Table.Following(state) : [];
        if (_through.Remove(gobj, out var leaf) && !follows)
        {
            PassOver(met, met.Table.Following(leaf));
        }

        var taken = met.Table.Answering(state, input, row);
        if (taken >= 0)
        {
            met.Taken[taken]++;
        }

        PassOver(met, asked.IndexOf(taken) is >= 0 and var place ? asked[..place] : asked);
    }

    public void Leave(GObj gobj, int state, Outcome outcome)
    {
        var met = coverage.Of(gobj.Machine);
        if (state >= met.Leaves.Length)
        {
            return;
        }

        met.Leaves[state]++;
        if (outcome == Outcome.Handled && met.Table.Following(state).Length > 0 && !met.Table.IsEnd(state))
        {
            _through[gobj] = state;
        }
    }

    /// <summary>Ends the counting: adds the present states, which includes gobjs that received no event.</summary>
    public void End(IEnumerable<GObj> gobjs)
    {
        foreach (var (gobj, leaf) in _through)
        {
            var met = coverage.Of(gobj.Machine);
            PassOver(met, met.Table.Following(leaf));
        }

        foreach (var gobj in gobjs)
        {
            Look(gobj);
        }
    }

    private void Look(GObj gobj)
    {
        var met = coverage.Of(gobj.Machine);
        if (gobj.LeafNumber is var leaf && leaf < met.Leaves.Length)
        {
            met.Leaves[leaf]++;
        }

        foreach (var child in gobj.Children)
        {
            Look(child);
        }
    }

    private static void PassOver(MachineCoverage met, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            met.PassedOver[row] += met.Machine.Rows[row].Guard is null ? 0 : 1;
        }
    }
}
