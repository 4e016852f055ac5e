using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0052: gclasses whose snapshots cannot work as declared.</summary>
public sealed class SnapshotSetupRuleTests
{
    private const string Contexts = """
        public class Texts { }
        public abstract class Bare : System.Text.Json.Serialization.JsonSerializerContext { protected Bare() : base(null) { } }
        [System.Text.Json.Serialization.JsonSerializable(typeof(int))]
        public partial class DoorJson : System.Text.Json.Serialization.JsonSerializerContext { }
        """;

    /// <summary>The members of a JSON context are missing: their generator does not run here.</summary>
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0052") { Compiles = false };

    [Theory]
    [InlineData("[|Version = -1|]", "", "a version is 1 or more")]
    [InlineData("Version = 1, [|Json = typeof(Texts)|]", "", "'Texts' is no JSON context for it, as it does not derive from JsonSerializerContext")]
    [InlineData(
        "Version = 1, [|Json = typeof(Bare)|]", "", "'Bare' is no JSON context for it, as it has no Default: make it partial, with [JsonSerializable] for each type, or give it a static property of that name")]
    [InlineData("[|Json = typeof(DoorJson)|]", "", "it names a JSON context, and has no version: say Version = 1 too")]
    [InlineData("Version = 1", "MachineSnapshot [|Migrate|](MachineSnapshot old) => old;", "the method that converts old snapshots is 'static MachineSnapshot Migrate(MachineSnapshot old)'")]
    [InlineData("QueueCapacity = 1", "static MachineSnapshot [|Migrate|](MachineSnapshot old) => old;", "it has a Migrate method, and no version: say [GClass(Version = 2)], or the version that it has now")]
    public async Task What_does_not_fit_is_told(string gclass, string member, string problem) => Assert.Equal(
        $"'Door' cannot take snapshots: {problem}",
        (await _verify.OnlyAsync($"{Contexts} [GClass({gclass})] public sealed partial class Door : GObj {{ {member} }}")).Single().GetMessage());

    [Theory]
    [InlineData("Version = 2, Json = typeof(DoorJson)", "static MachineSnapshot Migrate(MachineSnapshot old) => old;")]
    [InlineData("QueueCapacity = 1", "void Migrate(int to) { }")]
    public Task What_fits_is_fine(string gclass, string member) => _verify.OnlyAsync($"{Contexts} [GClass({gclass})] public sealed partial class Door : GObj {{ {member} }}");
}
