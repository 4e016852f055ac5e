using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0073: calls that block the loop.</summary>
public sealed class BlockingRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new BodyAnalyzer(), "FSM0073");

    private static string Door(string body, string more = "") =>
        $"using System.Threading; using System.Threading.Tasks; [GClass, Input<EvOpen>] public sealed partial class Door : GObj {{ private readonly Task<int> _task = Task.FromResult(1); private readonly SemaphoreSlim _gate = new(1); private readonly ManualResetEvent _bell = new(false); private enum State {{ [On<EvOpen>(nameof(Ac))] A }} private void Ac() {{ {body} }} {more} }}";

    [Theory]
    [InlineData("[|Thread.Sleep(10)|];", "'Thread.Sleep' in 'Ac' stops the whole loop until it returns: use a timeout, [After(…)] or StartTimer")]
    [InlineData("_ = [|_task.Result|];", "'Task.Result' in 'Ac' stops the whole loop until it returns: let [Invoke<EvDone, EvFailed>(…)] or Invoke(…) do the work, its end comes as an event")]
    [InlineData("[|_task.Wait()|];", "'Task.Wait' in 'Ac' stops the whole loop until it returns: let [Invoke<EvDone, EvFailed>(…)] or Invoke(…) do the work, its end comes as an event")]
    [InlineData("_ = [|_task.GetAwaiter().GetResult()|];", "'TaskAwaiter.GetResult' in 'Ac' stops the whole loop until it returns: let [Invoke<EvDone, EvFailed>(…)] or Invoke(…) do the work, its end comes as an event")]
    [InlineData("[|_gate.Wait()|];", "'SemaphoreSlim.Wait' in 'Ac' stops the whole loop until it returns: let [Invoke<EvDone, EvFailed>(…)] or Invoke(…) do the work, its end comes as an event")]
    [InlineData("[|_bell.WaitOne()|];", "'WaitHandle.WaitOne' in 'Ac' stops the whole loop until it returns: let [Invoke<EvDone, EvFailed>(…)] or Invoke(…) do the work, its end comes as an event")]
    [InlineData("[|Console.ReadLine()|];", "'Console.ReadLine' in 'Ac' stops the whole loop until it returns: let [Invoke<EvDone, EvFailed>(…)] or Invoke(…) do the work, its end comes as an event")]
    public async Task A_wait_is_told(string body, string message) => Assert.Equal(message, (await _verify.OnlyAsync(Door(body), Snippets.Events))[0].GetMessage());

    [Theory]
    [InlineData("if (_task.IsCompleted) { _ = _task.Result; }")]
    [InlineData("_ = _gate.Wait(0);")]
    [InlineData("_ = _bell.WaitOne(0);")]
    [InlineData("ThreadPool.QueueUserWorkItem(static _ => Thread.Sleep(10));")]
    [InlineData("_ = WorkAsync();", "private static async Task WorkAsync() { await Task.Yield(); Thread.Sleep(10); }")]
    [InlineData("Result = 3; _ = Result;", "private int Result { get; set; }")]
    public Task What_does_not_wait_here_is_fine(string body, string more = "") => _verify.OnlyAsync(Door(body, more), Snippets.Events);

    [Fact]
    public Task Other_classes_may_wait() => _verify.OnlyAsync("public static class Other { public static void Sleep() => System.Threading.Thread.Sleep(1); }");
}
