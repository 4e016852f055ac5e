using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0021: constructors that Create can call.</summary>
public sealed class ConstructorRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0021");

    private static string Door(string head, string members) => $"[GClass] public sealed partial class {head} {{ private enum State {{ Closed }} {members} }}";

    [Theory]
    [InlineData("[|Door|] : GObj", "private Door() { } internal Door(int port) { }", "none of its constructors is public")]
    [InlineData("[|Door|] : GObj", "internal Door() { }", "none of its constructors is public")]
    [InlineData("[|Door|] : GObj", "public required int Port { get; set; }", "'Port' is required, and Create gives it no value")]
    [InlineData("[|Door|] : GObj", "public required int Port;", "'Port' is required, and Create gives it no value")]
    public async Task A_gclass_that_cannot_be_made_is_told(string head, string members, string problem)
    {
        var found = await _verify.VerifyAsync(Door(head, members));
        Assert.StartsWith($"'Create' cannot make a 'Door': {problem}; ", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Door : GObj", "")]
    [InlineData("Door : GObj", "public Door(int port) { }")]
    [InlineData("Door : GObj", "public Door(int port = 80) { }")]
    [InlineData("Door(int port) : GObj", "private int Port => port;")]
    [InlineData("Door : GObj", "private Door() { } public Door(int port) { }")]
    [InlineData("Door : GObj", "public Door() { } public Door(int port) : this() { }")]
    [InlineData("Door(int port) : GObj", "public Door() : this(80) { } private int Port => port;")]
    [InlineData("Door : GObj", "public required int Port { get; set; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Door() { }")]
    public Task One_that_can_is_fine(string head, string members) => _verify.VerifyAsync(Door(head, members));
}
