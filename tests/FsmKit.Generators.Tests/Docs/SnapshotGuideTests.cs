using System.Text.RegularExpressions;
using FsmKit.RoslynTesting;
using FsmKit.TestShared;

namespace FsmKit.Generators.Tests;

/// <summary>Checks that the examples of the guide to snapshots work.</summary>
public partial class SnapshotGuideTests
{
    private const string Context = "internal sealed partial class PrinterJson : JsonSerializerContext;";

    private static readonly string[] Blocks = [.. Block().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "snapshots.md"))).Select(static match => match.Groups[1].Value)];

    /// <summary>The generator of System.Text.Json does not run here, so the context is written by hand.</summary>
    private static string Gclass => "using System.Text.Json.Serialization; " + Blocks[0].Edited(
        Context,
        """
        internal sealed partial class PrinterJson() : JsonSerializerContext(null)
        {
            public static PrinterJson Default => new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => ReflectedJson.Default.GetTypeInfo(type);
        }
        """);

    [Fact]
    public void The_first_example_goes_on_where_it_was() =>
        Assert.Equal("Ready 7", LoadedSnippet.Play(Gclass, Blocks[1] + "Say(again.StateName); Say(string.Join(\",\", again.Printed));"));

    [Fact]
    public void The_Migrate_method_compiles() => Assert.Equal(
        "ok",
        LoadedSnippet.Play(Gclass.Edited("    private void AcPrint", Blocks[2] + "    private void AcPrint"), "Say(\"ok\");"));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
