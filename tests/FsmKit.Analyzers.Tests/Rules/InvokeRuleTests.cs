using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0032: events that cannot be created from the end of asynchronous work.</summary>
public sealed class InvokeRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0032");

    private static string Door(string done, string failed, string events, string method) =>
        $$"""
        using System.Threading; using System.Threading.Tasks;
        {{events}}
        [GClass, Input<EvDone>, Input<EvFailed>] public sealed partial class Door : GObj
        {
            private enum State { [Invoke<{{done}}, {{failed}}>(nameof(WorkAsync)), On<EvDone>(Next = A), Refuse] A }
            {{method}}
        }
        """;

    [Theory]
    [InlineData("record struct EvDone(int N)", "Task<string> WorkAsync()", "the result of 'WorkAsync': give it one public constructor for 'string', or none with parameters, or let 'WorkAsync' return a 'EvDone'")]
    [InlineData("record struct EvDone(int N)", "Task WorkAsync()", "'WorkAsync', which has no result: give it one public constructor for 'EvDone', or none with parameters, or let 'WorkAsync' return it")]
    [InlineData("record struct EvDone(int N, int M)", "ValueTask<int> WorkAsync(CancellationToken cancellation)", "the result of 'WorkAsync': give it one public constructor for 'int', or none with parameters, or let 'WorkAsync' return a 'EvDone'")]
    public async Task An_event_of_success_that_takes_something_else_is_shown(string e, string method, string what) => Assert.Equal(
        $"'EvDone' cannot be created from {what}",
        (await _verify.VerifyAsync(Door("[|EvDone|]", "EvFailed", $"public {e}; public record struct EvFailed;", $"private {method} => throw new Exception();")))[0].GetMessage());

    [Fact]
    public async Task An_event_of_a_failure_that_takes_something_else_is_shown() => Assert.Equal(
        "'EvFailed' cannot be created from the exception of 'WorkAsync': give it one public constructor for 'Exception', or none with parameters",
        (await _verify.VerifyAsync(
            Door("EvDone", "[|EvFailed|]", "public record struct EvDone; public record struct EvFailed(string Why);", "private Task WorkAsync() => throw new Exception();")))[0].GetMessage());

    [Theory]
    [InlineData("EvDone(int N)", "EvFailed(Exception Why)", "Task<int> WorkAsync()")]
    [InlineData("EvDone(int N)", "EvFailed", "ValueTask<EvDone> WorkAsync(CancellationToken cancellation)")]
    [InlineData("EvDone", "EvFailed", "ValueTask<string> WorkAsync()")]
    [InlineData("EvDone(string? Text)", "EvFailed", "static Task<string> WorkAsync()")]
    public Task What_fits_and_what_is_no_work_is_left_alone(string done, string failed, string method) => _verify.VerifyAsync(
        Door("EvDone", "EvFailed", $"public record struct {done}; public record struct {failed};", $"private {method} => throw new Exception();"));

    [Fact]
    public Task Misspelt_work_is_left_to_the_compiler() => _verify.VerifyAsync(
        Door("EvDone", "EvFailed", "public record struct EvDone(int N); public record struct EvFailed(string Why);", "private Task<int> WrokAsync() => throw new Exception();")
            .Edited("(WorkAsync)", "({|CS0103:WorkAsync|})"));
}
