using System.Text;

namespace FsmKit.Benchmarks;

/// <summary>The source of a project with many gclasses, in which no rule finds fault: six states, six events, actions that call services in other files.</summary>
internal static class Gclasses
{
    /// <summary>Number of gclasses of a large project.</summary>
    public const int Count = 300;

    /// <summary>The file into which is typed.</summary>
    public const int Edited = 1;

    /// <summary>The file of the first gclass.</summary>
    public const int First = 1 + Edited + Services + 1;

    private const int Services = 30;
    private const int Size = 6;

    public static IEnumerable<string> Files() =>
        [
            Typing(""),
            string.Concat(Enumerable.Range(0, Size).Select(static e => $"/// <summary>Event {e}.</summary>\npublic readonly record struct Ev{e}(int N, string Text);\n")),
            .. Enumerable.Range(0, Services).Select(Service),
            .. Enumerable.Range(0, Count).Select(GClass),
        ];

    /// <summary>A class that no gclass uses.</summary>
    /// <param name="statement">A statement of its method.</param>
    /// <param name="member">Another member.</param>
    public static string Typing(string statement, string member = "") => $$"""
        namespace App;

        public sealed class Typing
        {
            private int _n;

            public int Next()
            {
                {{statement}}
                return _n++;
            }
            {{member}}
        }
        """;

    /// <summary>Source of a file with a blank more or less in its first action.</summary>
    public static string GClassWith(string blank) => GClass(0).Replace("_n += e.N;", $"_n +={blank} e.N;", StringComparison.Ordinal);

    private static string Service(int number) => $$"""
        namespace App;

        public sealed class Service{{number}}
        {
            private readonly List<int> _all = [];

            public int Count => _all.Count;

            public int Add(int n)
            {
                _all.Add(n);
                return _all.Count;
            }
        }
        """;

    private static string GClass(int number)
    {
        var text = new StringBuilder("namespace App;\n\n[GClass]\n");
        text.AppendJoin("\n", Enumerable.Range(0, Size).Select(static e => $"[Input<Ev{e}>]")).AppendLine();
        text.AppendLine($"public sealed partial class Machine{number} : GObj\n{{");
        text.AppendLine($"    private readonly Service{number % Services} _service = new();\n    private int _n;\n\n    private enum State : byte\n    {{");
        for (var state = 0; state < Size; state++)
        {
            for (var e = 0; e < Size; e++)
            {
                text.AppendLine($"        [On<Ev{e}>(nameof(Ac{e}){(e == 0 ? "" : $", Next = S{(state + e) % Size}")})]");
            }

            text.AppendLine($"        S{state},\n");
        }

        text.AppendLine("    }\n");
        for (var e = 0; e < Size; e++)
        {
            text.AppendLine($$"""
                    private void Ac{{e}}(in Ev{{e}} e)
                    {
                        _n += e.N;
                        for (var i = 0; i < _n; i++)
                        {
                            _n -= e.Text.Length > i ? 1 : 2;
                        }

                        {{(e == Size - 1 ? "_n = _service.Add(_n);" : "_n = Math.Max(_n, e.N);")}}
                    }

                """);
        }

        return text.Append('}').ToString();
    }
}
