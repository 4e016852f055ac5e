using System.Diagnostics;

namespace FsmKit.Http.Tests;

/// <summary>
/// Feeds a subject with new random inputs, and with children of inputs that showed a new behaviour. Marks of the reading are the only
/// guide.
/// </summary>
internal sealed class Fuzzer(Subject subject, Func<RandomWire, byte[]> make)
{
    private const int MostWorthAFile = 160;

    private readonly List<byte[]> _kept = Corpus.Load(subject.Name);
    private readonly HashSet<int> _marks = [];

    public int Inputs { get; private set; }

    public int Faults { get; private set; }

    public int Kept => _kept.Count;

    public int Marks => _marks.Count;

    /// <summary>Runs for a while. All inputs follow from the seed and from the kept inputs.</summary>
    public void Run(int seed, TimeSpan time)
    {
        foreach (var input in _kept)
        {
            _marks.UnionWith(MarksOf(input));
        }

        var marks = new HashSet<int>();
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < time; seed++)
        {
            var random = new Random(seed);
            var wire = new RandomWire(seed);
            var input = _kept.Count == 0 || random.Next(3) == 0 ? make(wire) : wire.Breed(Pick(random), Pick(random));
            marks.Clear();
            Faults += subject.Check(input, random.Next(subject.Variants), wire.Portion, marks).Contains("fault") ? 1 : 0;
            Inputs++;
            if (!marks.IsSubsetOf(_marks))
            {
                _marks.UnionWith(marks);
                _kept.Add(input);
            }
        }
    }

    /// <summary>The shortest kept inputs. Each of them has a mark that no shorter one has.</summary>
    public IEnumerable<byte[]> Distinct()
    {
        var covered = new HashSet<int>();
        foreach (var input in _kept.Where(static input => input.Length <= MostWorthAFile).OrderBy(static input => input.Length))
        {
            var marks = MarksOf(input);
            if (!marks.IsSubsetOf(covered))
            {
                covered.UnionWith(marks);
                yield return input;
            }
        }
    }

    private HashSet<int> MarksOf(byte[] input)
    {
        var marks = new HashSet<int>();
        for (var variant = 0; variant < subject.Variants; variant++)
        {
            subject.Check(input, variant, static () => 3, marks);
        }

        return marks;
    }

    private byte[] Pick(Random random) => _kept[random.Next(_kept.Count)];
}
