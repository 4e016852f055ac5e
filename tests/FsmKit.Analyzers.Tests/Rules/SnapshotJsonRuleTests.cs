using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0051: members and events that a snapshot could not write.</summary>
public sealed class SnapshotJsonRuleTests
{
    private const string Contexts = """
        public readonly record struct EvA(int N); public readonly record struct EvB;
        [System.Text.Json.Serialization.JsonSerializable(typeof(EvA))] [System.Text.Json.Serialization.JsonSerializable(typeof(List<int>))]
        public partial class DoorJson : System.Text.Json.Serialization.JsonSerializerContext { }
        [System.Text.Json.Serialization.JsonSerializable(typeof(EvB))]
        public partial class OtherJson : System.Text.Json.Serialization.JsonSerializerContext { }
        """;

    /// <summary>The members of a JSON context are missing: their generator does not run here.</summary>
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0051") { Compiles = false };

    private static string Door(string gclass, string e, string members = "") =>
        $"{Contexts} [GClass({gclass}), Input<EvA>, Input<EvB>] public sealed partial class Door : GObj {{ private enum State {{ [Defer<{e}>, On<EvB>(Next = B)] A, [Refuse] B }} {members} }}";

    [Theory]
    [InlineData("Version = 1", "name a JSON context that has [JsonSerializable(typeof(EvA))], as in [GClass(Json = typeof(DoorJson))]")]
    [InlineData("Version = 1, Json = typeof(OtherJson)", "add [JsonSerializable(typeof(EvA))] to 'OtherJson'")]
    public async Task A_deferred_event_that_is_not_listed_is_told(string gclass, string advice) =>
        Assert.Equal($"A snapshot of 'Door' cannot keep the event 'EvA': {advice}", (await _verify.OnlyAsync(Door(gclass, "[|EvA|]"))).Single().GetMessage());

    [Fact]
    public async Task The_event_of_a_timeout_that_is_not_listed_is_told() => Assert.Equal(
        "A snapshot of 'Door' cannot keep the event 'EvA': add [JsonSerializable(typeof(EvA))] to 'OtherJson'",
        (await _verify.OnlyAsync(Door("Version = 1, Json = typeof(OtherJson)", "EvB", "private void Ac() => StartTimer(TimeSpan.Zero, new [|EvA|](1));"))).Single().GetMessage());

    [Fact]
    public async Task A_kept_member_that_is_not_listed_is_told() => Assert.Equal(
        "A snapshot of 'Door' cannot keep '_a': add [JsonSerializable(typeof(List<string>))] to 'DoorJson'",
        (await _verify.OnlyAsync(Door("Version = 1, Json = typeof(DoorJson)", "EvB", "[Kept] private List<string> [|_a|] = [];"))).Single().GetMessage());

    [Theory]
    [InlineData("Version = 1, Json = typeof(DoorJson)", "EvA", "[Kept] private List<int> _a = []; [Kept] private int? _b; [Kept] private DayOfWeek _c; [Kept] private Guid _d; [Kept] private byte[] _e = [];")]
    [InlineData("Version = 1", "EvB", "")]
    [InlineData("QueueCapacity = 1", "EvA", "")]
    public Task What_is_listed_or_simple_or_not_asked_for_is_fine(string gclass, string e, string members) => _verify.OnlyAsync(Door(gclass, e, members));
}
