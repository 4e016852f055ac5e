using FsmKit.RoslynTesting;

namespace FsmKit.Generators.Tests;

/// <summary>
/// Plays the same scene with the same gclass in each of the three shapes of generated code. The source writes <c>[GClass</c> and calls
/// <c>Note("…")</c>; the lane decides the meaning of both.
/// </summary>
internal static class Lanes
{
    /// <summary>Direct, queued, nested.</summary>
    public static IReadOnlyList<string> All { get; } = ["Direct", "Queued", "Nested"];

    /// <summary>Plays the scene in each lane, or in those that are named, and expects the same of each.</summary>
    public static void Expect(string expected, string gclass, string scene, params IReadOnlyList<string> lanes)
    {
        foreach (var lane in lanes.Count == 0 ? All : lanes)
        {
            Assert.Equal($"{lane}: {expected}", $"{lane}: {Play(lane, gclass, scene)}");
        }
    }

    /// <summary>Plays the scene in one lane.</summary>
    public static string Play(string lane, string gclass, string scene)
    {
        var run = LoadedSnippet.Generate(Source(lane, gclass), scene);
        Assert.Equal(lane, Of(run));
        return LoadedSnippet.Play(run, " ");
    }

    /// <summary>The lane that the generator chose for the only gclass.</summary>
    public static string Of(GeneratorRun run) =>
        run.Text.Contains("Reentrancy = global::FsmKit.Reentrancy.Nested", StringComparison.Ordinal) ? "Nested"
        : run.Text.Contains("WaitsWhenBusy", StringComparison.Ordinal) ? "Queued"
        : "Direct";

    /// <summary>The gclass, so written that the generator chooses this lane.</summary>
    public static string Source(string lane, string gclass)
    {
        var note = lane == "Queued" ? "private static void Note(string line) => Say(line);" : "private static void Note(string line) => Lines!.Add(line);";
        var source = gclass.Replace("//Note", note, StringComparison.Ordinal);
        return lane != "Nested" ? source : source
            .Replace("[GClass(", "[GClass(Reentrancy = Reentrancy.Nested, ", StringComparison.Ordinal)
            .Replace("[GClass,", "[GClass(Reentrancy = Reentrancy.Nested),", StringComparison.Ordinal)
            .Replace("[GClass]", "[GClass(Reentrancy = Reentrancy.Nested)]", StringComparison.Ordinal);
    }
}
