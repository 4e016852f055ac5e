using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0050: members that cannot be kept.</summary>
public sealed class KeptRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0050");

    [Theory]
    [InlineData("[[|Kept|]] private readonly int _a;", "'_a' cannot be kept: it is readonly, and a restore writes it")]
    [InlineData("[[|Kept|]] private static int _a;", "'_a' cannot be kept: it is static, and a snapshot is of one gobj")]
    [InlineData("[[|Kept|]] public int A { get; }", "'A' cannot be kept: it has no setter, and a restore writes it")]
    [InlineData("[[|Kept|]] public int A { get; init; }", "'A' cannot be kept: it has no setter, and a restore writes it")]
    [InlineData("[[|Kept|]] public int A { set { } }", "'A' cannot be kept: it cannot be read")]
    [InlineData("[[|Kept|]] public int this[int i] { get => 0; set { } }", "'this[]' cannot be kept: it is an indexer")]
    [InlineData("[field: [|Kept|]] public int A { get; set; }", "'<A>k__BackingField' cannot be kept: it stands behind a property: write [Kept] on that")]
    public async Task One_that_cannot_be_kept_is_told(string member, string message) => Assert.Equal(
        message, (await _verify.OnlyAsync($"[GClass(Version = 1)] public sealed partial class Door : GObj {{ {member} }}"))[0].GetMessage());

    [Fact]
    public async Task One_of_a_gclass_without_a_version_is_told() => Assert.Equal(
        "'_a' cannot be kept: 'Door' takes no snapshots: give it a version, as in [GClass(Version = 1)]",
        (await _verify.OnlyAsync("[GClass] public sealed partial class Door : GObj { [[|Kept|]] private int _a; }"))[0].GetMessage());

    [Fact]
    public async Task One_that_is_private_in_a_base_class_is_told() => Assert.Equal(
        "'_a' cannot be kept: it is private in a base class",
        (await _verify.OnlyAsync("public abstract class Base : GObj { [[|Kept|]] private int _a; } [GClass(Version = 1)] public sealed partial class Door : Base { }"))[0].GetMessage());

    [Fact]
    public Task Those_that_can_be_kept_are_fine() => _verify.OnlyAsync(
        "public abstract class Base : GObj { [Kept] protected int _b; } [GClass(Version = 1)] public sealed partial class Door : Base { [Kept] private int _a; [Kept] public int A { get; private set; } }");
}
