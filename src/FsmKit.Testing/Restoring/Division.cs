using FsmKit.Testing.Fingerprints;

namespace FsmKit.Testing.Restoring;

/// <summary>
/// Division of a world into independent parts. Two loops belong to one part when both can reach the same changeable object. A step writes
/// only objects that it can reach, so the step of a loop changes its own part only, and no step connects two parts.
/// </summary>
internal sealed class Division
{
    private readonly int[] _partOf;

    private Division(int[] partOf, int loops, IReadOnlyList<Delegate> questions)
    {
        var numbers = partOf.Distinct().Order().ToList();
        _partOf = [.. partOf.Select(one => numbers.IndexOf(one))];
        Loops = new ulong[numbers.Count];
        Questions = [.. numbers.Select(static _ => new List<Delegate>())];
        LoopCount = loops;
        QuestionCount = questions.Count;
        for (var i = 0; i < partOf.Length; i++)
        {
            if (i < loops)
            {
                Loops[_partOf[i]] |= 1UL << i;
            }
            else
            {
                Questions[_partOf[i]].Add(questions[i - loops]);
            }
        }
    }

    /// <summary>Returns the part of a loop.</summary>
    public int PartOf(int loop) => _partOf[loop];

    /// <summary>The loops of each part, one bit per loop.</summary>
    public ulong[] Loops { get; }

    /// <summary>Conditions of <see cref="World.Always"/> and <see cref="World.Eventually"/>, by part.</summary>
    public List<Delegate>[] Questions { get; }

    public int LoopCount { get; }

    public int QuestionCount { get; }

    /// <summary>Divides a world.</summary>
    /// <returns>The division; null when the world is one part, or has an object that cannot be set back.</returns>
    public static Division? Of(World world, Scan scan, ObjectTable outside)
    {
        var (loops, questions) = (world.Loops, world.Questions.ToList());
        if (!world.IsOnlyLoops || loops.Count is 1 or > 64)
        {
            return null;
        }

        var partOf = Enumerable.Range(0, loops.Count + questions.Count).ToArray();
        var owners = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < partOf.Length; i++)
        {
            scan.Begin(isWhole: false);
            scan.Add(i < loops.Count ? loops[i] : questions[i - loops.Count]);
            scan.Run(outside);
            if (scan.MeetsWorld || scan.Refused is not null)
            {
                return null;
            }

            foreach (var (value, _) in scan.Kept.Concat(scan.Outside))
            {
                if (!owners.TryAdd(value, i))
                {
                    Join(partOf, owners[value], i);
                }
            }
        }

        return new Division(partOf, loops.Count, questions);
    }

    private static void Join(int[] partOf, int one, int other)
    {
        var (to, from) = (Math.Min(partOf[one], partOf[other]), Math.Max(partOf[one], partOf[other]));
        for (var i = 0; i < partOf.Length; i++)
        {
            partOf[i] = partOf[i] == from ? to : partOf[i];
        }
    }
}
