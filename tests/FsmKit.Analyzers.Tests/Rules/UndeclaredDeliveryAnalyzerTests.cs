using FsmKit.Analyzers.Rules;
using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0030: timeouts, work and raised events of types that are not declared.</summary>
public sealed class UndeclaredDeliveryAnalyzerTests
{
    private readonly AnalyzerVerifier _verify = new(new UndeclaredDeliveryAnalyzer(), "FSM0030");

    private static string Door(string inputs, string member, string name = "Door") =>
        $$"""
        [GClass]
        {{inputs}}
        public sealed partial class {{name}} : GObj
        {
            private enum State { Closed }

            {{member}}
        }
        """;

    [Theory]
    [InlineData("", "StartTimer(TimeSpan.Zero, [|new EvOpen(1)|]);")]
    [InlineData("[Input<EvClose>]", "StartTimer(TimeSpan.Zero, TimeSpan.Zero, [|new EvOpen(1)|]);")]
    [InlineData("[Output<EvOpen>]", "this.StartTimer<[|EvOpen|]>(TimeSpan.Zero, new(1));")]
    [InlineData("", "base.StartTimer(e: [|new EvOpen(1)|], due: TimeSpan.Zero);")]
    [InlineData("", "StopTimer<[|EvOpen|]>();")]
    [InlineData("", "_ = TimeLeft<[|EvOpen|]>();")]
    [InlineData("", "Action later = () => StartTimer(TimeSpan.Zero, in [|_open|]);")]
    [InlineData("", "other.StopTimer<[|EvOpen|]>();")]
    public async Task A_timeout_of_an_event_that_is_not_declared_is_shown(string inputs, string statement)
    {
        var found = await _verify.VerifyAsync(Door(inputs, $"private EvOpen _open; private void Ac(Door other) {{ {statement} }}"), Snippets.Events);
        Assert.Equal("'EvOpen' is no input event of 'Door', so it could not be delivered: declare it with [Input<EvOpen>]", found[0].GetMessage());
    }

    [Theory]
    [InlineData("Invoke(static _ => Task.FromResult(1), static n => [|new EvOpen(n)|], static _ => new EvClose());")]
    [InlineData("Invoke(static _ => new ValueTask<int>(1), static n => new EvClose(), static _ => [|new EvOpen(1)|]);")]
    [InlineData("this.Invoke(static _ => Task.CompletedTask, [|new EvOpen(1)|], static _ => new EvClose());")]
    [InlineData("Invoke(static _ => new ValueTask(), new EvClose(), failure: [|Fails|]);")]
    [InlineData("Invoke<int, [|EvOpen|], EvClose>(static _ => Task.FromResult(1), static n => new(n), static _ => new());")]
    public Task Also_one_of_work_that_a_call_starts(string statement) => _verify.VerifyAsync(
        "using System.Threading.Tasks;\n" + Door("[Input<EvClose>]", $"private static EvOpen Fails(Exception why) => default; private void Ac() {{ {statement} }}"), Snippets.Events);

    [Theory]
    [InlineData("Raise([|new EvOpen(1)|]);")]
    [InlineData("this.Raise<[|EvOpen|]>(new(1));")]
    [InlineData("Raise(new EvClose());")]
    public Task Also_one_that_is_raised(string statement) => _verify.VerifyAsync(Door("[Input<EvClose>]", $"private void Ac() {{ {statement} }}"), Snippets.Events);

    [Theory]
    [InlineData("[Input<EvOpen>]", "private void Ac() { StartTimer(TimeSpan.Zero, new EvOpen(1)); StopTimer<EvOpen>(); _ = TimeLeft<EvOpen>(); }")]
    [InlineData("[Input<{|CS0246:EvOpne|}>]", "private void Ac() => StartTimer(TimeSpan.Zero, new EvOpen(1));")]
    [InlineData("", "private void Ac() => StartTimer(TimeSpan.Zero, new {|CS0246:EvOpne|}(1));")]
    [InlineData("", "private void Ac() => StartTimer(1); private void StartTimer(int n) { }")]
    [InlineData("", "private void Ac(Clock clock) => clock.StopTimer<EvOpen>();")]
    public Task What_is_declared_or_means_something_else_is_left_alone(string inputs, string member) => _verify.VerifyAsync(
        Door(inputs, member), "public sealed class Clock { public void StopTimer<T>() { } }", Snippets.Events);

    [Fact]
    public Task The_gclass_whose_timeout_it_is_decides() => _verify.VerifyAsync(
        Door("[Input<EvOpen>]", Door("", "private void Ac(Door door) { door.StopTimer<EvOpen>(); StopTimer<[|EvOpen|]>(); }", "Bell")), Snippets.Events);

    [Fact]
    public Task A_class_below_gclasses_cannot_know() => _verify.VerifyAsync(
        "public abstract class Base : GObj { protected void Ac() => StartTimer(TimeSpan.Zero, new EvOpen(1)); }", Door("", ""), Snippets.Events);
}
