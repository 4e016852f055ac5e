using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0075: guards that depend on more than the gobj and the event.</summary>
public sealed class GuardSourceRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0075");

    private static string Door(string guard, string more = "") =>
        $"[GClass, Input<EvOpen>] public sealed partial class Door : GObj {{ private static int s_n; private const int Most = 3; private static readonly int Fixed = 3; private enum State {{ [On<EvOpen>(nameof(Ac), When = nameof(Is)), Refuse] A }} private void Ac() => s_n = 3; private bool Is(in EvOpen e) => {guard}; {more} }}";

    [Theory]
    [InlineData("[|DateTime.UtcNow|].Hour > 3", "DateTime.UtcNow")]
    [InlineData("[|DateTimeOffset.Now|].Hour > 3", "DateTimeOffset.Now")]
    [InlineData("[|Environment.TickCount64|] > 3", "Environment.TickCount64")]
    [InlineData("[|Random.Shared.Next(2)|] == 1", "Random.Next")]
    [InlineData("[|Guid.NewGuid()|] == default", "Guid.NewGuid")]
    [InlineData("[|s_n|] > 3", "Door.s_n")]
    [InlineData("Deep()", "DateTime.Now", "private static bool Deep() => [|DateTime.Now|].Hour > 3;")]
    public async Task It_is_told(string guard, string what, string more = "") => Assert.StartsWith(
        $"Guard 'Is' of 'Door' reads '{what}', ", (await _verify.OnlyAsync(Door(guard, more), Snippets.Events))[0].GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Now.Hour > 3")]
    [InlineData("e.Key > Most + Fixed")]
    [InlineData("DateTime.UnixEpoch.Hour > 3")]
    [InlineData("string.IsNullOrEmpty(Name)")]
    public Task What_the_gobj_and_the_event_say_is_fine(string guard) => _verify.OnlyAsync(Door(guard), Snippets.Events);
}
