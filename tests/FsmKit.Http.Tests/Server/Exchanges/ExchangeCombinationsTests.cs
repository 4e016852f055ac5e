using System.Globalization;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Combinations of states of an exchange, found at random and by the scripts of <see cref="ExchangeScripts"/>, compared with a reviewed
/// file. <c>FSMKIT_SEED</c> runs one seed alone; <c>FSMKIT_SEEDS</c> sets the number of seeds.
/// </summary>
[Trait("Category", "Slow")]
public sealed class ExchangeCombinationsTests
{
    private const int Usual = 1000;

    [Fact]
    public void The_reviewed_file_lists_the_combinations_that_are_reached()
    {
        var seen = new HashSet<(string Of, string Flags)>();
        ExchangeScripts.Run(seen);
        foreach (var seed in Seeds())
        {
            Run(seed, seen);
        }

        if (Environment.GetEnvironmentVariable("FSMKIT_SEED") is not { Length: > 0 })
        {
            Compare(seen);
        }
    }

    private static void Compare(HashSet<(string Of, string Flags)> seen)
    {
        var text = new StringBuilder("# Combinations that are reached\n");
        foreach (var part in seen.GroupBy(static one => one.Of).OrderBy(static part => part.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Of the {part.Key}: {part.Count()}\n\n");
            foreach (var one in part.Select(static one => one.Flags).Order(StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"- {one}\n");
            }
        }

        var path = Path.Combine(RepositoryRoot.Path, "tests", "FsmKit.Http.Tests", "Server", "Exchanges", "Combinations.md");
        if (Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text.ToString());
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text.ToString());
    }

    private static void Run(int seed, HashSet<(string Of, string Flags)> seen)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            using var run = new ExchangeRun(seed, new ExchangeWatch(seen));
            run.Run();
        }
        catch (Exception x)
        {
            Assert.Fail($"With seed {seed}: {x}");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private static IEnumerable<int> Seeds() => Number("FSMKIT_SEED") is { } one ? [one] : Enumerable.Range(0, Number("FSMKIT_SEEDS") ?? Usual);

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
