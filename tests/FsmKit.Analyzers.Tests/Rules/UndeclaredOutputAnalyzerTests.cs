using FsmKit.Analyzers.Rules;
using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0010: publications of undeclared events.</summary>
public sealed class UndeclaredOutputAnalyzerTests
{
    private readonly AnalyzerVerifier _verify = new(new UndeclaredOutputAnalyzer(), "FSM0010");

    private static string Door(string outputs, string member) =>
        $$"""
        [GClass]
        {{outputs}}
        public sealed partial class Door : GObj
        {
            private enum State { Closed }

            {{member}}
        }
        """;

    [Theory]
    [InlineData("", "{|CS0103:Publish|}([|new EvOpen(1)|])")]
    [InlineData("[Output<EvClose>]", "Publish([|{|CS1503:new EvOpen(1)|}|])")]
    public async Task Publishing_an_event_that_is_not_declared_is_shown(string outputs, string call)
    {
        var found = await _verify.VerifyAsync(Door(outputs, $"private void Ac() => {call};"), Snippets.Events);
        Assert.Equal("'EvOpen' is no output event of 'Door': declare it with [Output<EvOpen>]", found[0].GetMessage());
    }

    [Fact]
    public Task The_forms_of_the_call_do_not_matter() => _verify.VerifyAsync(
        Door("", "private void Ac(in EvOpen e) { this.{|CS1061:Publish|}([|e|]); {|CS0103:Publish|}(in [|e|]); Action later = () => {|CS0103:Publish|}([|default(EvOpen)|]); }"),
        Snippets.Events);

    [Theory]
    [InlineData("[Output<EvOpen>]", "private void Ac() => Publish(new EvOpen(1));")]
    [InlineData("[Output<EvOpen>]", "private void Ac() => Publish(new(1));")]
    [InlineData("", "private void Ac() => Publish(new EvOpen(1)); private void Publish(EvOpen e) { }")]
    [InlineData("", "private void Ac(Door other) => other.Name.ToString();")]
    [InlineData("", "private void Ac() => {|CS0103:Publish|}(new {|CS0246:EvOpne|}(1));")]
    [InlineData("", "private void Ac() => {|CS0103:Publish|}(\"text\");")]
    [InlineData("[Output<{|CS0246:EvOpne|}>]", "private void Ac() => {|CS0103:Publish|}(new EvOpen(1));")]
    public Task What_is_declared_or_means_something_else_is_left_alone(string outputs, string member) =>
        _verify.VerifyAsync(Door(outputs, member), Snippets.Events);

    [Fact]
    public Task Other_classes_publish_what_they_like() => _verify.VerifyAsync(
        "public class Press { public void Run() => Publish(new EvOpen(1)); private static void Publish(EvOpen e) { } }", Snippets.Events);

    [Fact]
    public Task A_borrowed_event_is_declared_like_any_other() => _verify.VerifyAsync(
        Door("", "private void Ac() => {|CS0103:Publish|}([|new EvRxData(default)|]);"), Snippets.Events);
}
