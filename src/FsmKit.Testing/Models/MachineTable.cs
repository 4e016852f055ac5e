using System.Runtime.CompilerServices;

namespace FsmKit.Testing.Models;

/// <summary>
/// Lists the rows that can answer in each state, as dispatch finds them: from the leaf outwards to the class, up to the first row without a
/// guard.
/// </summary>
internal sealed class MachineTable
{
    private static readonly ConditionalWeakTable<MachineDescription, MachineTable> Known = [];
    private readonly int[][][] _candidates;
    private readonly int[][] _following;

    private MachineTable(MachineDescription machine)
    {
        Machine = machine;
        _candidates = [.. machine.Leaves.Select(state => machine.Inputs.Select(input => Find(state, row => row.IsOfInput && row.Event == input.Name)).ToArray())];
        _following = [.. machine.Leaves.Select(FindFollowing)];
        Timeouts = [.. machine.Leaves.Select(state => LevelsOf(state).SelectMany(level => RowsOf(level, static row => row.IsTimeout)).ToArray())];
    }

    public MachineDescription Machine { get; }

    /// <summary>The timeouts that run in each leaf, by the number of the leaf.</summary>
    public IReadOnlyList<int[]> Timeouts { get; }

    public static MachineTable Of(MachineDescription machine) => Known.GetValue(machine, static machine => new MachineTable(machine));

    /// <summary>Returns the rows for an input, in the order in which dispatch tries them. All but the last have a guard.</summary>
    public ReadOnlySpan<int> Candidates(int leaf, int input) => _candidates[leaf][input];

    /// <summary>Returns the rows without an event that dispatch tries after a transition.</summary>
    public ReadOnlySpan<int> Following(int leaf) => _following[leaf];

    /// <summary>Whether a row without an event and without a guard leaves a state at once, so that no event arrives in the state.</summary>
    public bool IsLeftAtOnce(int leaf) => Following(leaf) is [.., var last] && Machine.Rows[last].Guard is null;

    /// <summary>Whether the machine ends in a leaf.</summary>
    public bool IsEnd(int leaf) => Machine.States[Machine.Leaves[leaf]] is { Kind: StateKind.Final, Parent: < 0 };

    /// <summary>Returns the row that answered. Traces do not name the row of a refusal, so it is found here.</summary>
    /// <returns>The index of the row; -1 when the event was refused and no row says so.</returns>
    public int Answering(int leaf, int input, int row) =>
        row < 0 && input >= 0 && leaf < Machine.Leaves.Count && Candidates(leaf, input) is [.., var last] && Machine.Rows[last] is { Answer: Answer.Refuse, Guard: null } ? last : row;

    /// <summary>
    /// Whether the table refuses an event in a leaf: by a row, or because the leaf or a state around it is closed and does not list the
    /// event.
    /// </summary>
    public bool Refuses(int leaf, int input) => Candidates(leaf, input) is [.., var last]
        ? Machine.Rows[last].Answer == Answer.Refuse
        : Machine.PathOf(Machine.Leaves[leaf]).Any(state => Machine.States[state].IsClosed);

    private IEnumerable<int> LevelsOf(int state) => Machine.PathOf(state).Reverse().Append(-1);

    private IEnumerable<int> RowsOf(int level, Func<RowDescription, bool> isMeant) =>
        Enumerable.Range(0, Machine.Rows.Count).Where(index => Machine.Rows[index].State == level && isMeant(Machine.Rows[index]));

    private int[] Find(int state, Func<RowDescription, bool> isMeant) => UpToUnguarded(LevelsOf(state).SelectMany(level => RowsOf(level, isMeant)));

    private int[] FindFollowing(int state)
    {
        var always = Find(state, static row => row.Answer == Answer.Always);
        return Machine.States[state] is { Kind: StateKind.Final, Parent: >= 0 and var composite }
            ? UpToUnguarded(always.Concat(RowsOf(composite, static row => row.Answer == Answer.Done)))
            : always;
    }

    private int[] UpToUnguarded(IEnumerable<int> rows)
    {
        var found = new List<int>();
        foreach (var row in rows)
        {
            found.Add(row);
            if (Machine.Rows[row].Guard is null)
            {
                break;
            }
        }

        return [.. found];
    }
}
