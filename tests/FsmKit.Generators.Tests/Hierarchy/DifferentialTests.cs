using System.Globalization;
using System.Text;
using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Checks that random tables, generated and played, behave as a plain interpreter of the same tables does.</summary>
[Trait("Category", "Slow")]
public class DifferentialTests
{
    private const string Support = """
        public interface IRandom { Outcome Feed(int e, int n); void Prepare(); }
        public readonly record struct Ev0(int N); public readonly record struct Ev1(int N); public readonly record struct Ev2(int N); public readonly record struct Ev3(int N);
        """;

    /// <summary>Number of machines that FSMKIT_MACHINES sets, instead of 120; the seeds begin at FSMKIT_SEED (default 1).</summary>
    private static readonly int Asked = Number("FSMKIT_MACHINES", 0);

    /// <summary>Machines of one compilation. Those that are asked for go without the checks of each run of the generator.</summary>
    private static readonly int Machines = Asked == 0 ? 30 : 200;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(Number("FSMKIT_SEED", 1), Asked == 0 ? 4 : (Asked + Machines - 1) / Machines)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Generated_machines_do_what_their_tables_say(int seed)
    {
        if (Difference(seed, restores: false) is { } difference)
        {
            Assert.Fail(difference);
        }
    }

    /// <summary>A gobj that is replaced, after any step, by one out of its snapshot goes on as if nothing had happened.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Machines_that_are_restored_on_the_way_do_what_undisturbed_ones_do(int seed)
    {
        if (Difference(seed + 5_000, restores: true) is { } difference)
        {
            Assert.Fail(difference);
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>Actual and expected output of the first machine that differs, with its table; null when none differs.</summary>
    private static string? Difference(int seed, bool restores)
    {
        var all = Enumerable.Range(0, Machines).Select(number => new RandomMachine(new Random((seed * 10_007) + number), Lanes.All[number % 3])).ToList();
        var sources = all.Select((machine, number) => RandomMachineText.Write(machine, $"M{number}", restores)).ToList();
        var (gclasses, scene) = (string.Concat(sources) + Support, Scene(seed, Machines, restores));
        var played = (Asked == 0 ? LoadedSnippet.Play(LoadedSnippet.Generate(gclasses, scene), "\n") : LoadedSnippet.PlayUnchecked(gclasses, scene, "\n")).Split("\n==\n");
        for (var number = 0; number < Machines; number++)
        {
            var expected = Interpret(all[number], RandomStory.Of(seed, number));
            if (played[number] != expected)
            {
                return $"seed {seed}, machine {number}, {all[number].Lane}:\n{sources[number]}\nexpected:\n{expected}\nplayed:\n{played[number]}";
            }
        }

        return null;
    }

    private static string Scene(int seed, int machines, bool restores)
    {
        var text = new StringBuilder("log.Minimum = Microsoft.Extensions.Logging.LogLevel.Critical;\n");
        for (var number = 0; number < machines; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Play(app.Create<M{number}>(configure: static gobj => gobj.Prepare()), {number});\nif ({number} < {machines - 1}) {{ Say(\"==\"); }}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $$"""
            void Play<T>(T gobj, int number)
                where T : GObj, new()
            {
                Say(gobj.StateName);
                foreach (var step in RandomStory.Of({{seed}}, number))
                {
                    if (step.Event < 0)
                    {
                        ((IRandom)gobj).Prepare();
                        time.Advance(RandomStory.Tick, app);
                    }
                    else
                    {
                        Say(((IRandom)gobj).Feed(step.Event, step.Value));
                    }

                    Say(gobj.StateName);
                    gobj = {{(restores ? "step.Restores ? Restored.Again(gobj) : gobj" : "gobj")}};
                }

                gobj.Destroy();
            }
            """).ToString();
    }

    private static string Interpret(RandomMachine machine, IReadOnlyList<RandomStoryStep> story)
    {
        var said = new List<string>();
        var interpreter = new PlainInterpreter(machine, said);
        said.Add(interpreter.StateName);
        foreach (var step in story)
        {
            if (step.Event < 0)
            {
                interpreter.Advance();
            }
            else
            {
                said.Add(interpreter.Feed(step.Event, step.Value));
            }

            said.Add(interpreter.StateName);
        }

        return string.Join('\n', said);
    }
}
