using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Finds the rows that hold in a leaf: its own, those of the states around it and those of the class, unless a nearer row always answers.
/// </summary>
internal static class EffectiveRows
{
    /// <summary>
    /// Whether the machine leaves a state before it handles any event: by a row without event and guard, of the state or around it. In a
    /// gclass with nested calls, events can come in such a state all the same.
    /// </summary>
    public static bool IsPassing(MachineReading reading, StateSite state) => !LaneChoice.IsNested(reading)
        && reading.Nesting.PathOf(state).Select(static around => around.Index).Append(RowModel.GClass)
            .Any(scope => reading.RowsByScope[scope].Any(static row => row is { Answer: AnswerKind.Always, IsGuarded: false }));

    /// <summary>Returns the rows, those of the leaf first.</summary>
    public static IEnumerable<RowSite> Of(MachineReading reading, StateSite leaf)
    {
        if (IsEnd(reading, leaf))
        {
            yield break;
        }

        var answered = new HashSet<int>();
        var follows = true;
        foreach (var scope in reading.Nesting.PathOf(leaf).Select(static state => state.Index).Append(RowModel.GClass))
        {
            foreach (var row in reading.RowsByScope[scope])
            {
                if (row.IsOfEvent ? row.Input < 0 || answered.Contains(row.Input) : row.Answer == AnswerKind.Always ? !follows : row.Answer == AnswerKind.Done && !Completes(reading, leaf, scope))
                {
                    continue;
                }

                yield return row;
                if (row.IsGuarded)
                {
                    continue;
                }

                follows &= row.Answer != AnswerKind.Always;
                if (row.IsOfEvent)
                {
                    answered.Add(row.Input);
                }
            }
        }
    }

    /// <summary>Whether the leaf is the end of the machine.</summary>
    public static bool IsEnd(MachineReading reading, StateSite leaf) => leaf.Final is not null && reading.Nesting.ParentOf(leaf.Index) < 0;

    private static bool Completes(MachineReading reading, StateSite leaf, int scope) => leaf.Final is not null && scope >= 0 && reading.Nesting.ParentOf(leaf.Index) == scope;
}
