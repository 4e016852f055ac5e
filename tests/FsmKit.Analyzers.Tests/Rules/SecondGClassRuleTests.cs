using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0019: classes with two attributes [GClass].</summary>
public sealed class SecondGClassRuleTests
{
    private const string Door = "[GClass, Input<int>] public sealed partial class Door : GObj { private enum State { [Ignore<int>] Closed } }";

    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0019");

    [Fact]
    public async Task A_copy_that_has_no_name_of_its_own_yet_is_told()
    {
        var found = await _verify.VerifyAsync(Door, Door.Edited("GClass", "[|{|CS0579:GClass|}|]").Edited("State", "{|CS0102:State|}"), Door.Edited("Door", "Window"));
        Assert.StartsWith("'Door' has [GClass] in 'Test0.cs' already: ", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[|{|CS0579:GClass|}|]] partial class Door;")]
    [InlineData("[[|{|CS0579:GClass|}(QueueCapacity = 7)|]] partial class Door; [[|{|CS0579:FsmKit.GClassAttribute|}|]] partial class Door;")]
    public Task A_second_part_with_the_mark_is_told(string part) => _verify.VerifyAsync(Door, part);

    [Theory]
    [InlineData("partial class Door;")]
    [InlineData("namespace Other { [GClass] public sealed partial class Door : GObj { private enum State { Closed } } }")]
    [InlineData("[GClass] public sealed partial class Door<T> : GObj { private enum State { Closed } }")]
    public Task A_part_without_it_and_another_class_are_fine(string part) => _verify.VerifyAsync(Door, part);
}
