using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests.Proof;

/// <summary>The other side of the proof: common code of actions needs no queue, in any place.</summary>
public class DirectTests(DirectTests.Lanes lanes) : IClassFixture<DirectTests.Lanes>
{
    private const string Fields =
        "private int _n; private long _long; private double _d; private bool _b; private byte _byte; private string _text = \"\"; private int[] _array = [1]; private List<int> _list = []; "
        + "private Dictionary<string, int> _map = []; private HashSet<int> _set = new(8); private Queue<int> _queue = new(); private Stack<string> _stack = new(); private TimeSpan _span; private DateTime _when; "
        + "private System.Text.StringBuilder _builder = new(); private Action _later; private object _object; private Point _point; private readonly Dictionary<int, Point> _points = new(4); private (int A, string B) _pair; "
        + "private int Kept { get; set; } private int Twice => _n * 2; private DayOfWeek _day; private CancellationToken _token; private int? _maybe; private static int _shared; private const int Most = 9; "
        + "public record struct Point(int X, int Y) { public readonly int Sum => X + Y; public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y); }";

    private static readonly string[] Bodies =
    [
        "B._n++; B._n += 2; B._n = Math.Clamp(B._n, 0, Most); B._long = B._n; B._d = B._n * 1.5; B._n = (int)B._d; B._byte = unchecked((byte)B._n);",
        "B._b = B._n > 3 && !B._b || B._text.Length == 0; if (B._b) { B._n = 1; } else { B._n = 2; }",
        "for (var i = 0; i < 3; i++) { B._n += i; } while (B._n > 100) { B._n /= 2; } do { B._n++; } while (B._n < 3);",
        "foreach (var one in B._array) { B._n += one; } foreach (var one in B._list) { B._n += one; } foreach (var (key, value) in B._map) { B._n += value; }",
        "switch (B._n) { case 0: B._n = 1; break; case > 5 when B._b: B._n = 2; break; default: B._n = 3; break; }",
        "B._n = B._n switch { 0 => 1, < 5 => 2, _ => 3 }; B._b = B._text is \"a\" or \"b\"; B._b = B._array is [1, .., 2];",
        "B._text = \"a\" + B._text + 'c' + B._b; B._text += \"x\"; B._text = $\"{B._text}:{B._b}\"; B._b = B._text == \"a\"; B._text = B._text[1..] + B._text[^1];",
        "B._text = B._text.Trim().Replace(\"a\", \"b\").ToUpperInvariant().Substring(0); B._b = B._text.StartsWith(\"a\", StringComparison.Ordinal) || B._text.Contains('x') || string.IsNullOrEmpty(B._text);",
        "B._array[0] = 3; B._n = B._array.Length; B._array = [1, 2, 3]; B._array = new int[4]; Array.Clear(B._array, 0, 2); var part = B._array.AsSpan(1, 2); part[0] = 1; part.CopyTo(B._array); B._n = B._array[^1];",
        "B._list.Add(1); B._list[0] = 2; B._list.RemoveAt(0); B._list.Clear(); B._b = B._list.Contains(3); B._n = B._list.Count; B._list.AddRange(B._array); B._list.Remove(4);",
        "B._map[\"a\"] = 1; B._map.Remove(\"a\"); if (B._map.TryGetValue(\"b\", out var found)) { B._n = found; } B._b = B._map.ContainsKey(\"c\"); B._n = B._map.Count;",
        "B._set.Add(1); B._b = B._set.Contains(2); B._set.Remove(3); B._set.Clear();",
        "B._queue.Enqueue(1); if (B._queue.TryDequeue(out var first)) { B._n = first; } B._stack.Push(\"a\"); B._text = B._stack.Pop();",
        "B._span = TimeSpan.FromSeconds(3) + B._span * 2; B._when = DateTime.UtcNow + B._span; B._b = B._when > DateTime.UnixEpoch; B._d = B._span.TotalMilliseconds; B._long = Environment.TickCount64; B._long = Stopwatch.GetTimestamp();",
        "B._builder.Append('a').Append(\"b\").AppendLine(); B._text = B._builder.ToString(); B._builder.Clear();",
        "B._point = new Point(1, 2); B._point = B._point with { X = 3 }; B._point += B._point; B._n = B._point.Sum; B._b = B._point == new Point(1, 2); var (x, y) = B._point; B._n = x + y; B._points[1] = B._point;",
        "B._pair = (1, \"a\"); var (n, t) = B._pair; B._n = n; B._text = t; (B._n, B._text) = (2, \"b\"); B._n = B._pair.A;",
        "B.Kept = 3; B._n = B.Twice; B._maybe = B._n; B._n = B._maybe ?? 0; B._b = B._maybe is { } some && some > 3; B._n = B._maybe.GetValueOrDefault();",
        "B._later = () => B._n++; B._object = \"a\"; B._object = B._n; B._b = B._object is null; B._n = B._object is int number ? number : 0; B._text = B._object as string;",
        "if (B._n < 0) { throw new ArgumentOutOfRangeException(nameof(B), \"no\"); } B._day = DayOfWeek.Monday; B._b = B._day == DayOfWeek.Friday; B._n = (int)B._day; B._b = B._token.IsCancellationRequested;",
        "Interlocked.Increment(ref B._n); Volatile.Write(ref B._n, 3); _shared++; B._n = Add(1, 2); static int Add(int a, int b) => a + b;",
        "B._n = System.Numerics.BitOperations.PopCount(3u); B._n = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(B._n); B._b = char.IsAsciiDigit('a') && B._byte.CompareTo(3) > 0; B._d = Math.Sqrt(2); decimal money = 1m + B._n; B._b = money > 3;",
        "ArgumentNullException.ThrowIfNull(B._object); B._b = B.IsDestroyed || B.Name == \"a\" || B.Parent is null; B._text ??= \"a\"; B._n = B._text?.Length ?? 0;",
    ];

    /// <summary>Each body, at the places in turn.</summary>
    public static TheoryData<int, string> Programs { get; } =
        [.. Enumerable.Range(0, Bodies.Length * Place.Seen.Count).Select(static number => new TheoryDataRow<int, string>(number, PlaceOf(number).Name))];

    [Theory]
    [MemberData(nameof(Programs))]
    public void What_is_harmless_needs_no_queue(int number, string place) =>
        Assert.True(lanes.AreDirect[number], $"in {place}: {Bodies[number / Place.Seen.Count]}");

    [Theory]
    [MemberData(nameof(Programs))]
    public void Its_row_needs_none_where_another_row_publishes(int number, string place) =>
        Assert.True(lanes.AreInPlace[number], $"in {place}: {Bodies[number / Place.Seen.Count]}");

    private static Place PlaceOf(int number) => Place.Seen[number % Place.Seen.Count];

    /// <summary>The lane of each program, read in one run of the generator.</summary>
    public sealed class Lanes
    {
        /// <summary>Reads them.</summary>
        public Lanes()
        {
            AreDirect = [.. Parts(talks: false).Select(static part => !part.Contains("WaitsWhenBusy", StringComparison.Ordinal))];
            AreInPlace = [.. Parts(talks: true).Select(static (part, number) => !PlaceOf(number).HasNoLife || !part.Contains("Row0_", StringComparison.Ordinal))];
        }

        /// <summary>By program.</summary>
        public IReadOnlyList<bool> AreDirect { get; }

        /// <summary>By program, beside a row that publishes: whether its row is written where it is dispatched, as far as nothing else stands around it.</summary>
        public IReadOnlyList<bool> AreInPlace { get; }

        private static IEnumerable<string> Parts(bool talks)
        {
            var sources = Programs.Select((_, number) =>
                $"namespace P{number}\n{{\n{PlaceOf(number).GClass(Fields, Bodies[number / Place.Seen.Count], talks).Edited(", IDo", "")}\n}}");
            var input = TestCompilation.Create(
                ["global using System.Diagnostics; global using System.Threading; public readonly record struct EvGo; public readonly record struct EvBack; public readonly record struct EvTalk;", .. sources]);
            var run = GeneratorRun.Driver(trackSteps: false).RunGenerators(input).GetRunResult();
            var files = run.Results.Single().GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());
            return Programs.Select((_, number) => files.Single(file => file.Key.StartsWith($"P{number}.", StringComparison.Ordinal)).Value);
        }
    }
}
