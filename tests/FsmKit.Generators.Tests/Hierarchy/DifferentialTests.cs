using System.Globalization;
using System.Text;
using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>Random tables, generated and played, do what a plain interpreter of the same tables does.</summary>
public class DifferentialTests
{
    private const int Machines = 30;
    private const int Steps = 60;

    private const string Support = """
        public interface IRandom { Outcome Feed(int e, int n); void Prepare(); }
        public readonly record struct Ev0(int N); public readonly record struct Ev1(int N); public readonly record struct Ev2(int N); public readonly record struct Ev3(int N);
        """;

    /// <summary>Four, or as many as FSMKIT_MACHINES asks for, thirty machines each.</summary>
    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("FSMKIT_MACHINES"), CultureInfo.InvariantCulture, out var asked) ? (asked + Machines - 1) / Machines : 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Generated_machines_do_what_their_tables_say(int seed)
    {
        if (Difference(seed, Machines, Steps, restores: false) is { } difference)
        {
            Assert.Fail(difference);
        }
    }

    /// <summary>A gobj that is replaced, after any step, by one out of its snapshot goes on as if nothing had happened.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Machines_that_are_restored_on_the_way_do_what_undisturbed_ones_do(int seed)
    {
        if (Difference(seed + 5_000, Machines, Steps, restores: true) is { } difference)
        {
            Assert.Fail(difference);
        }
    }

    /// <summary>What the first machine that differs says, and what it should say, with its table; null when none differs.</summary>
    private static string? Difference(int seed, int machines, int steps, bool restores)
    {
        var all = Enumerable.Range(0, machines).Select(number => new RandomMachine(new Random((seed * 10_007) + number), Lanes.All[number % 3])).ToList();
        var sources = all.Select((machine, number) => RandomMachineText.Write(machine, $"M{number}", restores)).ToList();
        var played = LoadedSnippet.Play(LoadedSnippet.Generate(string.Concat(sources) + Support, Scene(seed, machines, steps, restores)), "\n").Split("\n==\n");
        for (var number = 0; number < machines; number++)
        {
            var expected = Interpret(all[number], Script(seed, number, steps));
            if (played[number] != expected)
            {
                return $"seed {seed}, machine {number}, {all[number].Lane}:\n{sources[number]}\nexpected:\n{expected}\nplayed:\n{played[number]}";
            }
        }

        return null;
    }

    private static List<(int Event, int Value)> Script(int seed, int number, int steps)
    {
        var dice = new Random((seed * 20_011) + number);
        return [.. Enumerable.Range(0, steps).Select(_ => (dice.Next(-1, RandomMachine.Events), dice.Next(8)))];
    }

    /// <summary>Where restores are asked for, one step in five is followed by one; which, depends on the seed alone.</summary>
    private static string Scene(int seed, int machines, int steps, bool restores)
    {
        var dice = new Random(seed);
        var text = new StringBuilder("log.Minimum = Microsoft.Extensions.Logging.LogLevel.Critical;\n");
        for (var number = 0; number < machines; number++)
        {
            var script = string.Join(", ", Script(seed, number, steps).Select(step => $"({step.Event}, {step.Value}, {(restores && dice.Next(5) == 0 ? "true" : "false")})"));
            text.Append(CultureInfo.InvariantCulture, $"Play(app.Create<M{number}>(configure: static gobj => gobj.Prepare()), [{script}]);\nif ({number} < {machines - 1}) {{ Say(\"==\"); }}\n");
        }

        return text.Append("""
            void Play<T>(T gobj, (int Event, int Value, bool Restores)[] script)
                where T : GObj, new()
            {
                Say(gobj.StateName);
                foreach (var (e, value, restores) in script)
                {
                    if (e < 0)
                    {
                        ((IRandom)gobj).Prepare();
                        time.Advance(10, app);
                    }
                    else
                    {
                        Say(((IRandom)gobj).Feed(e, value));
                    }

                    Say(gobj.StateName);
                    gobj = restores ? Restored.Again(gobj) : gobj;
                }

                gobj.Destroy();
            }
            """).ToString();
    }

    private static string Interpret(RandomMachine machine, List<(int Event, int Value)> script)
    {
        var said = new List<string>();
        var interpreter = new PlainInterpreter(machine, said);
        said.Add(interpreter.StateName);
        foreach (var (e, value) in script)
        {
            if (e < 0)
            {
                interpreter.Advance();
            }
            else
            {
                said.Add(interpreter.Feed(e, value));
            }

            said.Add(interpreter.StateName);
        }

        return string.Join('\n', said);
    }
}
